#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <system_error>

#include "base/http_text.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/http_transport.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct ServeOptions {
  BuildOptions build;
  ListenOptions listen;
};

// The site of a served folder lies beside it, where an author's programs pass over it: its name begins with a dot, and
// git is told to leave it alone.
Result<fs::path> make_own_folder(const fs::path& content) {
  std::error_code problem;
  const fs::path whole = fs::absolute(content, problem).lexically_normal();
  const fs::path folder = (whole.has_filename() ? whole : whole.parent_path()).parent_path() / ".byte";
  BYTES_DO(write_file(folder / ".gitignore", "*\n"));
  return folder / "site";
}

int run_serve(ServeOptions options) {
  const auto fail = [](const Error& error) {
    std::fprintf(stderr, "byte serve: %s\n", error.message.c_str());
    return 1;
  };
  std::error_code problem;
  if (!fs::is_directory(options.build.content, problem)) {
    return fail(Error{"There is no folder " + options.build.content.string() +
                      ". Name the one with your lessons by --content."});
  }
  if (options.build.out.empty()) {
    auto folder = make_own_folder(options.build.content);
    if (!folder.ok()) return fail(folder.error());
    options.build.out = *folder;
  }
  auto site = std::make_unique<SiteServer>(options.build, is_open_to_network(options.listen));
  return serve_forever(std::move(site), options.listen);
}

}  // namespace

bool is_open_to_network(const ListenOptions& listen) {
  return !names_this_machine(listen.host) && listen.host != "::1";
}

std::string address_of(const std::string& host, int port) {
  const bool is_ipv6 = host.find(':') != std::string::npos && !host.starts_with('[');
  return "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
}

void say_where(const SiteServer& site, const ListenOptions& listen, int port, const std::vector<std::string>& own) {
  const bool is_everywhere = listen.host == "0.0.0.0" || listen.host == "::";
  const std::string here = is_everywhere ? "127.0.0.1" : listen.host;
  std::printf("Serving %s at %s — Ctrl+C ends it.\n", site.options().content.string().c_str(),
              address_of(here, port).c_str());
  if (is_open_to_network(listen)) {
    std::string addresses = is_everywhere ? "" : address_of(listen.host, port);
    for (const std::string& address : own) addresses += (addresses.empty() ? "" : ", ") + address_of(address, port);
    std::printf("Everybody in your network can read these lessons: %s\n",
                addresses.empty() ? "at every address of this machine" : addresses.c_str());
  }
  std::fflush(stdout);
}

int say_port_taken(const ListenOptions& listen) {
  std::fprintf(stderr, "byte serve: Port %d is taken by another program. Choose another one, such as --port %d, or any "
               "free one by --port 0.\n", listen.port, listen.port < 65535 ? listen.port + 1 : 8080);
  return 1;
}

int say_cannot_listen(const ListenOptions& listen, const std::string& reason) {
  std::fprintf(stderr, "byte serve: %s can't be listened at: %s. Without --host and --port it is %s.\n",
               address_of(listen.host, listen.port).c_str(), reason.c_str(),
               address_of(ListenOptions().host, ListenOptions().port).c_str());
  return 1;
}

void add_serve(CLI::App& tool, Run& run) {
  auto options = std::make_shared<ServeOptions>();
  options->build.out.clear();
  CLI::App* command = tool.add_subcommand("serve", "Shows the site in your browser, and every change as you save it");
  add_source_options(*command, options->build);
  command->add_option("--out", options->build.out, "Where the site goes [.byte/site beside the content folder]");
  command->add_option("--port", options->listen.port, "The port; 0 takes a free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_option("--host", options->listen.host, "The address to listen at; 0.0.0.0 opens it to your network")
      ->capture_default_str();
  command->footer("Example: byte serve --content content");
  command->callback([options, &run] { run = [options] { return run_serve(*options); }; });
}

}  // namespace bytes::cli
