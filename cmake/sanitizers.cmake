# With BYTES_SANITIZE every target, those of others too, is watched for memory errors and undefined behaviour.
# vptr is left out: it needs run-time type information, which the engine's libraries are built without.

if(BYTES_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()
