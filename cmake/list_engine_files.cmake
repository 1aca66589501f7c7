# cmake -DFOLDER=<folder> -P list_engine_files.cmake: writes engine-files.json beside the engine's files, which says
# what a page needs to run the engine: [{"name": "engine.js", "sha256": "…", "bytes": 1234}, …].

set(rows)
foreach(name engine.js engine.wasm)
  file(SHA256 "${FOLDER}/${name}" sum)
  file(SIZE "${FOLDER}/${name}" bytes)
  list(APPEND rows "  {\"name\": \"${name}\", \"sha256\": \"${sum}\", \"bytes\": ${bytes}}")
endforeach()
list(JOIN rows ",\n" rows)
file(WRITE "${FOLDER}/engine-files.json" "[\n${rows}\n]\n")
