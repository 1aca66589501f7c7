#include "content/author/language_name.h"

namespace bytes::content {
namespace {

struct Name {
  std::string_view tag;
  std::string_view name;
};

constexpr Name kNames[] = {
    {"af", "Afrikaans"},      {"am", "አማርኛ"},         {"ar", "العربية"},       {"az", "Azərbaycan"},
    {"be", "Беларуская"},     {"bg", "Български"},    {"bn", "বাংলা"},          {"bs", "Bosanski"},
    {"ca", "Català"},         {"ckb", "کوردیی ناوەندی"}, {"cs", "Čeština"},      {"cy", "Cymraeg"},
    {"da", "Dansk"},          {"de", "Deutsch"},      {"el", "Ελληνικά"},      {"en", "English"},
    {"eo", "Esperanto"},      {"es", "Español"},      {"et", "Eesti"},         {"eu", "Euskara"},
    {"fa", "فارسی"},          {"fi", "Suomi"},        {"fil", "Filipino"},     {"fr", "Français"},
    {"ga", "Gaeilge"},        {"gl", "Galego"},       {"gu", "ગુજરાતી"},        {"ha", "Hausa"},
    {"he", "עברית"},          {"hi", "हिन्दी"},          {"hr", "Hrvatski"},      {"ht", "Kreyòl ayisyen"},
    {"hu", "Magyar"},         {"hy", "Հայերեն"},      {"id", "Indonesia"},     {"is", "Íslenska"},
    {"it", "Italiano"},       {"ja", "日本語"},       {"ka", "ქართული"},       {"kk", "Қазақ тілі"},
    {"km", "ខ្មែរ"},            {"ko", "한국어"},       {"ku", "Kurdî"},         {"lo", "ລາວ"},
    {"lt", "Lietuvių"},       {"lv", "Latviešu"},     {"mk", "Македонски"},    {"ml", "മലയാളം"},
    {"mn", "Монгол"},         {"mr", "मराठी"},         {"ms", "Melayu"},        {"mt", "Malti"},
    {"my", "မြန်မာ"},           {"nb", "Norsk bokmål"}, {"ne", "नेपाली"},         {"nl", "Nederlands"},
    {"nn", "Norsk nynorsk"},  {"om", "Oromoo"},       {"pa", "ਪੰਜਾਬੀ"},         {"pl", "Polski"},
    {"ps", "پښتو"},           {"pt", "Português"},    {"pt-BR", "Português (Brasil)"}, {"ro", "Română"},
    {"ru", "Русский"},        {"rw", "Ikinyarwanda"}, {"si", "සිංහල"},          {"sk", "Slovenčina"},
    {"sl", "Slovenščina"},    {"so", "Soomaali"},     {"sq", "Shqip"},         {"sr", "Српски"},
    {"sr-Latn", "Srpski"},    {"sv", "Svenska"},      {"sw", "Kiswahili"},     {"ta", "தமிழ்"},
    {"te", "తెలుగు"},          {"th", "ไทย"},          {"ti", "ትግርኛ"},          {"tr", "Türkçe"},
    {"uk", "Українська"},     {"ur", "اردو"},         {"uz", "O‘zbek"},        {"vi", "Tiếng Việt"},
    {"wo", "Wolof"},          {"yi", "ייִדיש"},        {"yo", "Yorùbá"},        {"zh", "中文"},
    {"zh-Hans", "简体中文"},  {"zh-Hant", "繁體中文"}, {"zu", "IsiZulu"},
};

std::string_view name_of(std::string_view tag) {
  for (const Name& row : kNames) {
    if (row.tag == tag) return row.name;
  }
  return {};
}

}  // namespace

std::string language_name(std::string_view tag) {
  for (std::string_view part = tag;; part = part.substr(0, part.rfind('-'))) {
    if (const std::string_view name = name_of(part); !name.empty()) return std::string(name);
    if (part.find('-') == part.npos) return std::string(tag);
  }
}

}  // namespace bytes::content
