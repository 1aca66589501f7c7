// Serves a SiteServer by cpp-httplib: a thread for each connection at work, one that looks for changes, and one that
// waits for the signal to end.
#include "cli/http_transport.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <thread>

#include "base/http_text.h"

namespace bytes::cli {
namespace {

// A browser holds six connections to a host, and a page that is in sight one event stream. Idle threads cost nothing.
constexpr std::size_t kThreads = 96;

constexpr std::size_t kChunk = 64 * 1024;

// Every so often an event stream says that it is still there, so that a connection that is lost without a word is
// noticed at both ends.
constexpr int kSecondsBetweenSigns = 5;

// What the threads share.
struct Shared {
  std::unique_ptr<SiteServer> site;
  std::mutex mutex;
  std::condition_variable changed;
};

void send_events(const std::shared_ptr<Shared>& shared, const std::string& path, httplib::Response& response) {
  auto seen = std::make_shared<int>(0);
  auto waits = std::make_shared<int>(0);
  response.set_chunked_content_provider("text/event-stream", [=](std::size_t, httplib::DataSink& sink) {
    std::string event;
    {
      std::unique_lock lock(shared->mutex);
      shared->changed.wait_for(lock, std::chrono::seconds(1), [&] { return shared->site->version() != *seen; });
      if (shared->site->version() != *seen) event = shared->site->event_for(path);
      *seen = shared->site->version();
    }
    if (event.empty() && ++*waits % kSecondsBetweenSigns == 0) event = ": still here\n\n";
    return event.empty() ? sink.is_writable() : sink.write(event.data(), event.size());
  });
}

void send_file(const SiteResponse& answer, const std::string& type, httplib::Response& response) {
  auto file = std::make_shared<std::ifstream>(answer.file, std::ios::binary);
  const std::uint64_t start = answer.offset;
  response.set_content_provider(
      static_cast<std::size_t>(answer.length), type,
      [file, start](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        std::string chunk(std::min(length, kChunk), '\0');
        file->seekg(static_cast<std::streamoff>(start + offset));
        file->read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        // Shorter than it was a moment ago: the connection breaks off, and the browser asks again.
        if (file->gcount() <= 0) return false;
        return sink.write(chunk.data(), static_cast<std::size_t>(file->gcount()));
      });
}

void answer(const std::shared_ptr<Shared>& shared, const httplib::Request& request, httplib::Response& response) {
  SiteResponse ours;
  {
    const std::lock_guard lock(shared->mutex);
    ours = shared->site->respond({.method = request.method,
                                  .target = request.target,
                                  .host = request.get_header_value("Host"),
                                  .range = request.get_header_value("Range"),
                                  .if_none_match = request.get_header_value("If-None-Match")});
  }
  std::string type;
  response.status = ours.status;
  for (const auto& [name, value] : ours.headers) {
    if (name == "Content-Type") {
      type = value;
    } else {
      response.set_header(name, value);
    }
  }
  // Ranges are answered already; the library would cut them out a second time. The request is its own, and not constant.
  const_cast<httplib::Request&>(request).ranges.clear();
  if (ours.events_for && request.method == "GET") return send_events(shared, *ours.events_for, response);
  if (ours.length > 0) return send_file(ours, type, response);
  response.set_content(ours.body, type);
  // A body that nobody reads would be taken for the next request.
  if (ours.status == 405) response.set_header("Connection", "close");
}

// Of all network interfaces but the loopback; IPv4, which is what one types.
std::vector<std::string> own_addresses() {
  std::vector<std::string> addresses;
  ifaddrs* all = nullptr;
  if (getifaddrs(&all) != 0) return addresses;
  for (const ifaddrs* one = all; one; one = one->ifa_next) {
    if (!one->ifa_addr || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_LOOPBACK) != 0) continue;
    sockaddr_in address{};
    std::memcpy(&address, one->ifa_addr, sizeof address);
    char text[INET_ADDRSTRLEN] = "";
    if (inet_ntop(AF_INET, &address.sin_addr, text, sizeof text)) addresses.emplace_back(text);
  }
  freeifaddrs(all);
  return addresses;
}

}  // namespace

int serve_forever(std::unique_ptr<SiteServer> site, const ListenOptions& listen) {
  // Blocked before any thread is there, so that only sigwait below gets them.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);

  // They outlive this function: the threads are not waited for.
  static httplib::Server server;
  const auto shared = std::make_shared<Shared>();
  shared->site = std::move(site);

  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_tcp_nodelay(true);
  // The library's own choice lets two programs share a port, and a browser would get now one's pages, now the other's.
  server.set_socket_options([](int socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_pre_routing_handler([shared](const httplib::Request& request, httplib::Response& response) {
    answer(shared, request, response);
    return httplib::Server::HandlerResponse::Handled;
  });

  errno = 0;
  int port = listen.port;
  if (port == 0) {
    port = server.bind_to_any_port(listen.host);
  } else if (!server.bind_to_port(listen.host, port)) {
    port = -1;
  }
  if (port < 0) {
    const int reason = errno;
    if (reason == EADDRINUSE) return say_port_taken(listen);
    return say_cannot_listen(listen, reason == 0 ? "there is no such address here" : std::strerror(reason));
  }

  if (const auto started = shared->site->start(); !started.ok()) {
    std::fprintf(stderr, "byte serve: %s\n", started.error().message.c_str());
    std::fflush(stderr);
    return 1;
  }
  std::thread([] { server.listen_after_bind(); }).detach();
  std::thread([shared] {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::milliseconds(kPollMilliseconds));
      const std::lock_guard lock(shared->mutex);
      if (shared->site->poll()) shared->changed.notify_all();
    }
  }).detach();
  const bool is_everywhere = listen.host == "0.0.0.0" || listen.host == "::";
  say_where(*shared->site, listen, port, is_everywhere ? own_addresses() : std::vector<std::string>());

  int signal = 0;
  sigwait(&ending, &signal);
  {
    // No page is half written when it ends.
    const std::lock_guard lock(shared->mutex);
    std::fflush(nullptr);
    std::_Exit(0);
  }
}

}  // namespace bytes::cli
