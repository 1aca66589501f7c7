#include "content/author/site_reader.h"

#include <algorithm>

#include "content/author/explain.h"
#include "content/author/picture_size.h"
#include "content/author/site_codes.h"
#include "content/author/site_colours.h"
#include "content/fields.h"
#include "content/name_table.h"

namespace bytes::content {
namespace {

constexpr std::size_t kMostLanguages = 100;

// `https://host/`, with any folders between: no query, no fragment, nothing that needs no address.
bool is_site_address(std::string_view address) {
  constexpr std::string_view kScheme = "https://";
  if (!address.starts_with(kScheme) || !address.ends_with('/')) return false;
  if (address.find_first_of("?#@%\"'<>") != std::string_view::npos || !is_safe_link(address)) return false;
  return address.find("//", kScheme.size()) == std::string_view::npos && address.size() > kScheme.size() + 1;
}

// Inside the site it is seen from the root, and no further up.
bool is_link_from_root(const std::string& href) {
  const std::size_t mark = href.find_first_of(":/?#");
  const bool has_scheme = mark != std::string::npos && href[mark] == ':';
  // A slash in front is another site, or the host's root, and would no longer be one after the folders.
  return is_safe_link(has_scheme || href.starts_with('/') ? href : "../../" + href);
}

class SiteReader {
 public:
  SiteReader(std::string_view file, const ReadBeside& read_beside, Diagnostics& diagnostics)
      : reading_(file, options_, diagnostics), read_beside_(read_beside) {}

  std::optional<Site> read(const JsonValue& root) {
    const Place place = {nullptr, {}, -1, root.position};
    Fields fields(reading_, root, place);
    if (!fields.format()) return std::nullopt;
    fields.letters("title", site_.title, Need::kRequired);
    fields.letters("summary", site_.summary);
    fields.language("language", site_.language, Need::kRequired);
    languages(fields);
    translations(fields);
    address(fields);
    fields.letters("owner", site_.owner);
    logo(fields);
    link(fields, "imprint", site_.imprint);
    link(fields, "privacy", site_.privacy);
    link(fields, "contact", site_.contact);
    colours(fields);
    fields.report_unknown("a site");
    return std::move(site_);
  }

 private:
  void languages(Fields& fields) {
    NameTable names;
    fields.each("languages", Need::kOptional, [&](const JsonValue& item, const Place& place) {
      std::string language;
      if (!reading_.language(item, place, language)) return;
      fields.unique(item.string, place, names, language, Need::kOptional);
      if (!language.empty()) site_.languages.push_back(std::move(language));
    });
    const JsonValue* list = fields.value().find("languages");
    if (!list || !list->is_array() || list->items.empty()) return;
    if (list->items.size() > kMostLanguages) {
      reading_.error(fields.at("languages", *list), codes::kListTooLong,
                     {std::to_string(list->items.size()), std::to_string(kMostLanguages)});
      site_.languages.resize(std::min(site_.languages.size(), kMostLanguages));
    }
    const bool is_among =
        std::find(site_.languages.begin(), site_.languages.end(), site_.language) != site_.languages.end();
    if (!is_among) reading_.error(fields.at("languages", *list), codes::kLanguageNotAmong, {site_.language});
  }

  void translations(Fields& fields) {
    fields.each("translations", Need::kOptional, [&](const JsonValue& item, const Place& place) {
      Fields words(reading_, item, place);
      SiteWords translation;
      words.language("language", translation.language, Need::kRequired);
      words.letters("title", translation.title, Need::kRequired);
      words.letters("summary", translation.summary);
      words.report_unknown("a translation of the site");
      if (!words.is_complete()) return;
      const auto& all = site_.languages;
      const bool is_known = translation.language != site_.language &&
                            std::find(all.begin(), all.end(), translation.language) != all.end();
      const bool is_twice = std::any_of(site_.translations.begin(), site_.translations.end(), [&](const SiteWords& one) {
        return one.language == translation.language;
      });
      if (is_known && !is_twice) {
        site_.translations.push_back(std::move(translation));
      } else {
        reading_.error(words.at("language", *item.find("language")), codes::kSiteTranslationLanguage,
                       {translation.language});
      }
    });
  }

  void address(Fields& fields) {
    fields.address("address", site_.address);
    if (site_.address.empty() || is_site_address(site_.address)) return;
    reading_.error(fields.at("address", *fields.value().find("address")), codes::kAddressInvalid, {site_.address});
    site_.address.clear();
  }

  void logo(Fields& fields) {
    const JsonValue* value = fields.take("logo", JsonValue::Kind::kObject);
    if (!value) return;
    const Place place = fields.at("logo", *value);
    Fields logo(reading_, *value, place);
    Picture picture;
    logo.file("src", picture.src, Need::kRequired);
    logo.letters("alt", picture.alt);
    logo.boolean("decorative", picture.decorative);
    if (picture.alt.empty() && !picture.decorative && !logo.has("alt")) reading_.error(place, codes::kAltMissing);
    if (!picture.alt.empty() && picture.decorative) reading_.error(place, codes::kAltNotNeeded);
    logo.report_unknown("a logo");
    if (picture.src.empty()) return;
    if (read_beside_ && !read_size(picture, logo.at("src", *value->find("src")))) return;
    site_.logo = std::move(picture);
  }

  bool read_size(Picture& picture, const Place& place) {
    const std::optional<std::string> file = read_beside_(picture.src);
    if (!file) {
      reading_.error(place, codes::kFileMissing, {picture.src});
      return false;
    }
    const std::optional<PictureSize> size = picture_size(*file);
    if (!size) {
      reading_.error(place, codes::kLogoUnreadable, {picture.src});
      return false;
    }
    picture.bytes = static_cast<int>(file->size());
    picture.width = size->width;
    picture.height = size->height;
    return true;
  }

  // An address, or an object with one and the words that lead there.
  void link(Fields& fields, std::string_view name, SiteLink& link) {
    const JsonValue* value = fields.value().find(name);
    if (!value || !value->is_object()) {
      fields.address(name, link.href);
      if (value) check_link(link, fields.at(name, *value));
      return;
    }
    fields.take(name, JsonValue::Kind::kObject);
    const Place place = fields.at(name, *value);
    Fields both(reading_, *value, place);
    both.letters("text", link.text, Need::kRequired);
    both.address("href", link.href, Need::kRequired);
    both.report_unknown("a link");
    if (const JsonValue* href = value->find("href")) check_link(link, both.at("href", *href));
  }

  void check_link(SiteLink& link, const Place& place) {
    if (link.href.empty() || is_link_from_root(link.href)) return;
    reading_.error(place, codes::kLinkUnsafe, {link.href});
    link.href.clear();
  }

  void colours(Fields& fields) {
    const JsonValue* value = fields.take("colors", JsonValue::Kind::kObject);
    if (!value) return;
    const Place place = fields.at("colors", *value);
    const int errors = reading_.errors();
    Fields themes(reading_, *value, place);
    for (std::size_t i = 0; i < std::size(kThemeNames); ++i) theme(themes, static_cast<Theme>(i));
    themes.report_unknown("a site's colours");
    // A page that mixes some of the site's colours with ours would be nobody's.
    if (reading_.errors() > errors) site_.colours.clear();
  }

  void theme(Fields& themes, Theme theme) {
    const std::string_view name = kThemeNames[static_cast<std::size_t>(theme)];
    const JsonValue* value = themes.take(name, JsonValue::Kind::kObject);
    if (!value) return;
    const Place place = themes.at(name, *value);
    Fields fields(reading_, *value, place);
    OwnColours own;
    bool has_all = true;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!is_changeable(kTokens[i])) continue;
      const JsonValue* colour = fields.take(kTokens[i].name, JsonValue::Kind::kString);
      if (!colour) continue;
      own[i] = colour_from(colour->string);
      if (own[i]) continue;
      reading_.error(fields.at(kTokens[i].name, *colour), codes::kColorInvalid, {colour->string});
      has_all = false;
    }
    fields.report_unknown("a theme");
    // About colours that are not known nothing can be said.
    if (!has_all) return;
    for (const LowContrast& low : low_contrasts(theme, own)) {
      const std::string_view token = kTokens[low.to_change].name;
      const std::string needed = ratio_in_words(low.pair.ratio);
      const JsonValue* at = value->find(token);
      reading_.error(at ? fields.at(token, *at) : place, codes::kContrastLow,
                     {name, kTokens[low.pair.text].name, kTokens[low.pair.ground].name, ratio_in_words(low.ratio),
                      needed.substr(0, needed.find_last_not_of(".0") + 1), token,
                      low.remedy ? to_text(*low.remedy) : std::string()});
    }
    const auto all = with_followers(theme, own);
    const auto before = with_followers(theme, {});
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] != before[i]) site_.colours.push_back({theme, std::string(kTokens[i].name), to_text(all[i])});
    }
  }

  const ReadOptions options_;
  Reading reading_;
  const ReadBeside& read_beside_;
  Site site_;
};

std::optional<Site> read(std::string_view text, std::string_view file, const ReadBeside& read_beside,
                         Diagnostics& diagnostics) {
  const JsonValue root = parse_json(text, file, diagnostics);
  if (!root.was_read()) return std::nullopt;
  return SiteReader(file, read_beside, diagnostics).read(root);
}

}  // namespace

std::optional<Site> read_site(std::string_view text, std::string_view file, Diagnostics& diagnostics,
                              const ReadBeside& read_beside) {
  Diagnostics found;
  std::optional<Site> site = read(text, file, read_beside, found);
  diagnostics.add_all(explained(found, text));
  return site;
}

}  // namespace bytes::content
