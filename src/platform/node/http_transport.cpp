// Serves a SiteServer by Node's own http module: http_transport.mjs calls the C functions below.
#include "cli/http_transport.h"

#include <emscripten.h>

#include <cstdio>
#include <string_view>

#include "base/json_writer.h"

extern "C" {
// In http_transport_library.js. Returns at once; what happens comes by the functions below.
void byte_listen(const char* host, int port, int poll_milliseconds);
}

namespace {

using namespace bytes;
using namespace bytes::cli;

struct Serving {
  std::unique_ptr<SiteServer> site;
  ListenOptions listen;
  std::string request;  // What the script wrote.
  std::string reply;    // What it reads next, ended by a zero.
};

Serving& serving() {
  static Serving only;
  return only;
}

const char* reply(std::string text) {
  serving().reply = std::move(text);
  return serving().reply.c_str();
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

extern "C" {

// Room for `size` bytes, valid until the next call.
EMSCRIPTEN_KEEPALIVE char* byte_buffer(int size) {
  serving().request.resize(static_cast<std::size_t>(size));
  return serving().request.data();
}

// The port is ours. The buffer holds the machine's addresses, one a line. 0: all is well; else the exit code.
EMSCRIPTEN_KEEPALIVE int byte_listening(int port) {
  std::string_view text = serving().request;
  std::vector<std::string> own;
  while (!text.empty()) own.emplace_back(take_line(text));
  const auto started = serving().site->start();
  if (!started.ok()) std::fprintf(stderr, "byte serve: %s\n", started.error().message.c_str());
  if (started.ok()) say_where(*serving().site, serving().listen, port, own);
  std::fflush(nullptr);
  return started.ok() ? 0 : 1;
}

// The buffer holds the system's word for what is wrong. Returns the exit code.
EMSCRIPTEN_KEEPALIVE int byte_not_listening() {
  const std::string& reason = serving().request;
  const ListenOptions& listen = serving().listen;
  const int code = reason == "EADDRINUSE" ? say_port_taken(listen) : say_cannot_listen(listen, reason);
  std::fflush(nullptr);
  return code;
}

// The buffer holds method, target, host, range and if-none-match, one a line. The reply is JSON: {status, headers:
// [[name, value]]}, and one of: body; file, offset, length; events (a page's path).
EMSCRIPTEN_KEEPALIVE const char* byte_respond() {
  std::string_view text = serving().request;
  SiteRequest request;
  for (std::string* part :
       {&request.method, &request.target, &request.host, &request.range, &request.if_none_match}) {
    *part = take_line(text);
  }
  const SiteResponse response = serving().site->respond(request);
  JsonWriter json;
  json.begin_object();
  json.key("status");
  json.integer(response.status);
  json.key("headers");
  json.begin_array();
  for (const auto& [name, value] : response.headers) {
    json.begin_array();
    json.string(name);
    json.string(value);
    json.end_array();
  }
  json.end_array();
  if (response.events_for) {
    json.key("events");
    json.string(*response.events_for);
  } else if (response.length > 0) {
    json.key("file");
    json.string(response.file.string());
    json.key("offset");
    json.integer(static_cast<std::int64_t>(response.offset));
    json.key("length");
    json.integer(static_cast<std::int64_t>(response.length));
  } else {
    json.key("body");
    json.string(response.body);
  }
  json.end_object();
  return reply(json.take());
}

// The buffer holds a page's path.
EMSCRIPTEN_KEEPALIVE const char* byte_event() { return reply(serving().site->event_for(serving().request)); }

// 1: something has changed.
EMSCRIPTEN_KEEPALIVE int byte_poll() { return serving().site->poll() ? 1 : 0; }

}  // extern "C"

namespace bytes::cli {

int serve_forever(std::unique_ptr<SiteServer> site, const ListenOptions& listen) {
  serving().site = std::move(site);
  serving().listen = listen;
  byte_listen(listen.host.c_str(), listen.port, kPollMilliseconds);
  // Node goes on as long as the server does.
  emscripten_exit_with_live_runtime();
  return 0;
}

}  // namespace bytes::cli
