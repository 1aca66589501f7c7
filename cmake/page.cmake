# The page's script and style, bundled by esbuild into build/web/assets/player.js and style.css, beside the engine.
# player.js is one classic script: module scripts don't run from file://.

set(esbuild "${PROJECT_SOURCE_DIR}/web/node_modules/.bin/esbuild")
set(entry_script "${PROJECT_SOURCE_DIR}/web/boot.js")
set(entry_style "${PROJECT_SOURCE_DIR}/web/style.css")

add_custom_target(page ALL)

# Always run: esbuild takes some milliseconds, and only it knows which modules the entry imports.
if(EXISTS "${entry_script}")
  add_custom_target(page_script
    COMMAND "${esbuild}" "${entry_script}" --bundle --minify --format=iife --target=es2020 --charset=utf8
      --legal-comments=none --log-level=warning "--outfile=${BYTES_ASSETS_DIR}/player.js"
    COMMENT "Bundling web/boot.js"
    VERBATIM)
  add_dependencies(page page_script)
endif()

# What bytes_generate writes as CSS (the theme's tokens) comes before our own rules.
if(EXISTS "${entry_style}")
  get_property(generated_styles GLOBAL PROPERTY BYTES_GENERATED_STYLES)
  set(imports "")
  foreach(style IN LISTS generated_styles ITEMS "${entry_style}")
    string(APPEND imports "@import \"${style}\";\n")
  endforeach()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/style_entry.css" CONTENT "${imports}" @ONLY)
  add_custom_target(page_style
    COMMAND "${esbuild}" "${PROJECT_BINARY_DIR}/style_entry.css" --bundle --minify
      --target=chrome109,firefox115,safari15.6 --charset=utf8 --legal-comments=none --log-level=warning
      "--outfile=${BYTES_ASSETS_DIR}/style.css"
    DEPENDS ${generated_styles}
    COMMENT "Bundling web/style.css"
    VERBATIM)
  add_dependencies(page page_style)
  get_property(generators GLOBAL PROPERTY BYTES_GENERATORS)
  add_dependencies(page_style ${generators})
endif()
