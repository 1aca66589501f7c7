# The pages' scripts and styles, bundled by esbuild into build/web/assets, beside the engine.
# Each is one classic script: module scripts don't run from file://.

set(esbuild "${PROJECT_SOURCE_DIR}/web/node_modules/.bin/esbuild")
set(entry_style "${PROJECT_SOURCE_DIR}/web/style.css")

add_custom_target(page ALL
  COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${PROJECT_SOURCE_DIR}/assets/icon.svg" "${BYTES_ASSETS_DIR}/icon.svg"
  COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${PROJECT_SOURCE_DIR}/assets/icon-maskable.svg" "${BYTES_ASSETS_DIR}/icon-maskable.svg"
  COMMAND "${CMAKE_COMMAND}" -E copy_directory "${PROJECT_SOURCE_DIR}/assets/interface" "${BYTES_ASSETS_DIR}/interface"
  COMMAND "${CMAKE_COMMAND}" -E copy_directory "${PROJECT_SOURCE_DIR}/content/schema" "${BYTES_ASSETS_DIR}/schema"
  COMMAND "${CMAKE_COMMAND}" -E copy_directory "${PROJECT_SOURCE_DIR}/assets/kit" "${BYTES_ASSETS_DIR}/kit"
  COMMENT "Copying the icon, the interface's words, the schemas and what the kit says"
  VERBATIM)

# bundle_script(<entry> <out>): web/<entry>.js with what it imports, as build/web/assets/<out>.js. Always run: esbuild
# takes some milliseconds, and only it knows which modules the entry imports.
function(bundle_script entry out)
  add_custom_target(page_${out}
    COMMAND "${esbuild}" "${PROJECT_SOURCE_DIR}/web/${entry}.js" --bundle --minify --format=iife --target=es2020
      --charset=utf8 --legal-comments=none --log-level=warning "--outfile=${BYTES_ASSETS_DIR}/${out}.js"
    COMMENT "Bundling web/${entry}.js"
    VERBATIM)
  add_dependencies(page page_${out})
endfunction()
bundle_script(boot player)
bundle_script(play play)
bundle_script(drop drop)
bundle_script(answer_file answer_file)
bundle_script(library library)
bundle_script(offline offline)
bundle_script(roadmap roadmap)
# Loaded when there is something to keep, and by no page before that.
bundle_script(keep keep)
bundle_script(worker/worker service-worker)
# What `byte serve` adds to the pages that it serves; it is part of no published site.
bundle_script(live live)
bundle_script(local local)
bundle_script(single_start single_start)
bundle_script(single single)
bytes_pack(page_single single.js)

# Runs before the page is laid out, so it stays by itself and as it is.
add_custom_target(page_early
  COMMAND "${esbuild}" "${PROJECT_SOURCE_DIR}/web/early.js" --minify --target=es2020 --charset=utf8
    --legal-comments=none --log-level=warning "--outfile=${BYTES_ASSETS_DIR}/early.js"
  COMMENT "Shortening web/early.js"
  VERBATIM)
add_dependencies(page page_early)

# bundle_style(<name> <imported file>...): build/web/assets/<name>.css.
function(bundle_style name)
  set(imports "")
  foreach(style IN LISTS ARGN)
    string(APPEND imports "@import \"${style}\";\n")
  endforeach()
  set(entry "${PROJECT_BINARY_DIR}/style_entries/${name}.css")
  file(CONFIGURE OUTPUT "${entry}" CONTENT "${imports}" @ONLY)
  add_custom_target(page_style_${name}
    COMMAND "${esbuild}" "${entry}" --bundle --minify --target=chrome109,firefox115,safari15.6 --charset=utf8
      --legal-comments=none --log-level=warning "--outfile=${BYTES_ASSETS_DIR}/${name}.css"
    COMMENT "Bundling web/${name}.css"
    VERBATIM)
  add_dependencies(page page_style_${name})
endfunction()

# What bytes_generate writes as CSS (the theme's tokens) comes before our own rules.
if(EXISTS "${entry_style}")
  get_property(generated_styles GLOBAL PROPERTY BYTES_GENERATED_STYLES)
  get_property(generators GLOBAL PROPERTY BYTES_GENERATORS)
  bundle_style(style ${generated_styles} "${entry_style}")
  if(generators)
    add_dependencies(page_style_style ${generators})
  endif()
  bundle_style(live ${generated_styles} "${PROJECT_SOURCE_DIR}/web/live.css")
  if(generators)
    add_dependencies(page_style_live ${generators})
  endif()
  bundle_style(further "${PROJECT_SOURCE_DIR}/web/further.css")
  bundle_style(no-script "${PROJECT_SOURCE_DIR}/web/no-script.css")
  bundle_style(offline "${PROJECT_SOURCE_DIR}/web/offline.css")
  bundle_style(roadmap "${PROJECT_SOURCE_DIR}/web/roadmap.css")
  bundle_style(play "${PROJECT_SOURCE_DIR}/web/play.css")
endif()
