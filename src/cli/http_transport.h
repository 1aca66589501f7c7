// How a SiteServer gets its requests. Each platform has one implementation, linked by its folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/site_server.h"

namespace bytes::cli {

struct ListenOptions {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any that is free.
};

// Starts the site once the port is its own, says where it is, and serves it until the program is told to end. Returns
// the exit code.
int serve_forever(std::unique_ptr<SiteServer> site, const ListenOptions& listen);

// How often a transport calls SiteServer::poll. A change is built after two looks.
inline constexpr int kPollMilliseconds = 200;

// What each transport says, so that all say the same.
bool is_open_to_network(const ListenOptions& listen);
std::string address_of(const std::string& host, int port);
// `own`: the machine's addresses in the network, when it listens at all of them.
void say_where(const SiteServer& site, const ListenOptions& listen, int port, const std::vector<std::string>& own);
int say_port_taken(const ListenOptions& listen);
int say_cannot_listen(const ListenOptions& listen, const std::string& reason);

}  // namespace bytes::cli
