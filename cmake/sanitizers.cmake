# bytes_sanitize(<target> <sanitizer>...): with BYTES_SANITIZE, the target is watched while it runs.
# vptr is left out of `undefined`: it needs run-time type information, which the engine's libraries are built without.

function(bytes_sanitize target)
  if(BYTES_SANITIZE)
    list(JOIN ARGN "," sanitizers)
    target_compile_options(${target} PRIVATE
      -fsanitize=${sanitizers} -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
    if(BYTES_FUZZ)
      # What a fuzzer goes by: which ways through the code an input takes.
      target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
  endif()
endfunction()

if(BYTES_SANITIZE)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()
