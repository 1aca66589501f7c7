// site.json: what is said about it, and that what an error-free one names is safe to link to.
#include "content/author/site_reader.h"

#include "content/author/contrast.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {

void fuzz_site(std::string_view input) {
  const auto read_beside = [](std::string_view name) -> std::optional<std::string> {
    if (name.starts_with("missing")) return std::nullopt;
    return files_beside().read_file(name);
  };
  Diagnostics problems;
  const auto site = content::read_site(input, "site.json", problems, read_beside);
  expect_of_use(problems, "site.json", input);
  if (!site) return expect(problems.has_errors(), "no site, and nobody says why");
  if (problems.has_errors()) return;
  for (const content::SiteLink& link : {site->imprint, site->privacy, site->contact}) {
    expect(link.href.empty() || is_safe_link(link.href), "an unsafe link: " + link.href);
  }
  for (const content::SiteColour& colour : site->colours) {
    const auto read = content::colour_from(colour.colour);
    expect(read && content::to_text(*read) == colour.colour, "a colour that is none: " + colour.colour);
  }
  expect(site->address.empty() || (site->address.starts_with("https://") && site->address.ends_with('/')),
         "an address that is none: " + site->address);
}

}  // namespace bytes::fuzz
