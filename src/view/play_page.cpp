#include "view/play_page.h"

#include "view/page_parts.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element play_page(const Interface& interface, const Interface& words) {
  Element main = make(Role::kMain, "page:main");
  main.add(make(Role::kTitle, "page:title", plain(words.phrase("play-title"))));
  main.add(make(Role::kIntroduction, "page:summary", plain(words.phrase("play-summary"))));
  // Taken away by the script, where there are scripts.
  main.add(make(Role::kNotice, "play:without-script", plain(words.phrase("play-needs-script"))));
  Element page = make(Role::kPage, "page:root");
  page.add(view_header("", interface)).add(std::move(main));
  return std::move(page.add(view_footer(interface)));
}

}  // namespace bytes::view
