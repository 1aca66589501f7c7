#include "content/author/files.h"

#include <map>
#include <set>
#include <utility>

#include "content/author/picture_size.h"

namespace bytes::content {
namespace {

// `cast` inside `sections[0].blocks[0]`, or `.poster` behind it; at the root of a file without a dot.
FilePlace inside(const FilePlace& place, const std::string& name) {
  return {place.scenario, place.path.empty() ? name : place.path + '.' + name};
}

FilePlace item(const FilePlace& list, std::size_t index) {
  return {list.scenario, list.path + '[' + std::to_string(index) + ']'};
}

template <class AnyScenarioBlock, class Visitor>
void walk_scenario(AnyScenarioBlock& block, const FilePlace& place, Visitor& visitor);

// The picture in the field of that name.
template <class AnyPicture, class Visitor>
void walk_picture(AnyPicture& picture, const FilePlace& around, Visitor& visitor) {
  if (!picture.src.empty()) visitor.picture(picture, inside(around, "picture"));
}

template <class AnyBlocks, class Visitor>
void walk_blocks(AnyBlocks& blocks, const FilePlace& around, Visitor& visitor) {
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const FilePlace place = item(inside(around, "blocks"), b);
    auto& content = blocks[b].content;
    if (auto* image = std::get_if<ImageBlock>(&content)) visitor.picture(image->picture, place);
    if (auto* video = std::get_if<VideoBlock>(&content)) {
      visitor.recording(video->recording, FileUse::kVideo, place);
      if (!video->poster.src.empty()) visitor.poster(*video, inside(place, "poster"));
    }
    if (auto* audio = std::get_if<AudioBlock>(&content)) visitor.recording(audio->recording, FileUse::kSound, place);
    if (auto* story = std::get_if<PictureStoryBlock>(&content)) {
      for (std::size_t i = 0; i < story->pictures.size(); ++i) {
        visitor.picture(story->pictures[i], item(inside(place, "pictures"), i));
      }
      if (!story->sound.src.empty()) visitor.recording(story->sound, FileUse::kSound, inside(place, "sound"));
    }
    if (auto* scenario = std::get_if<ScenarioBlock>(&content)) walk_scenario(*scenario, place, visitor);
    if (auto* question = std::get_if<Question>(&content)) walk_picture(question->picture, place, visitor);
    if (auto* labelled = std::get_if<LabelledPictureBlock>(&content)) walk_picture(labelled->picture, place, visitor);
    if (auto* accordion = std::get_if<AccordionBlock>(&content)) {
      for (std::size_t i = 0; i < accordion->items.size(); ++i) {
        walk_blocks(accordion->items[i].blocks, item(inside(place, "items"), i), visitor);
      }
    }
    if (auto* deck = std::get_if<FlashcardsBlock>(&content)) {
      for (std::size_t i = 0; i < deck->cards.size(); ++i) {
        walk_picture(deck->cards[i].picture, item(inside(place, "cards"), i), visitor);
      }
    }
    if (auto* bank = std::get_if<BankBlock>(&content)) {
      for (std::size_t i = 0; i < bank->questions.size(); ++i) {
        auto* question = std::get_if<Question>(&bank->questions[i].content);
        if (question) walk_picture(question->picture, item(inside(place, "questions"), i), visitor);
      }
    }
  }
}

template <class AnyScenarioBlock, class Visitor>
void walk_scenario(AnyScenarioBlock& block, const FilePlace& place, Visitor& visitor) {
  auto& scenario = block.scenario;
  const FilePlace around = block.src.empty() ? place : FilePlace{block.src, {}};
  for (std::size_t i = 0; i < scenario.cast.size(); ++i) {
    auto& portrait = scenario.cast[i].portrait;
    if (!portrait.src.empty()) visitor.picture(portrait, inside(item(inside(around, "cast"), i), "portrait"));
  }
  for (auto& node : scenario.nodes) walk_blocks(node.blocks, inside(inside(around, "nodes"), node.id), visitor);
}

// Calls for every picture, recording and poster of a Byte. `Visitor` has picture, recording and poster, each with a
// place.
template <class AnyByte, class Visitor>
void walk(AnyByte& byte, Visitor& visitor) {
  if (!byte.cover.src.empty()) visitor.picture(byte.cover, FilePlace{{}, "cover"});
  for (std::size_t s = 0; s < byte.sections.size(); ++s) {
    walk_blocks(byte.sections[s].blocks, item({{}, "sections"}, s), visitor);
  }
  if (!byte.author.portrait.src.empty()) visitor.picture(byte.author.portrait, FilePlace{{}, "author.portrait"});
}

struct FileVisitor {
  const std::function<void(const File&, FileUse, const FilePlace&)>& visit;

  void picture(const Picture& picture, const FilePlace& place) {
    const bool has_still = !picture.still.src.empty();
    if (!picture.src.empty()) visit(picture, has_still ? FileUse::kMovingPicture : FileUse::kPicture, place);
    if (has_still) visit(picture.still, FileUse::kStill, inside(place, "still"));
  }
  void recording(const Recording& recording, FileUse use, const FilePlace& place) {
    if (!recording.src.empty()) visit(recording, use, place);
    for (std::size_t i = 0; i < recording.tracks.size(); ++i) {
      const Track& track = recording.tracks[i];
      if (!track.src.empty()) visit(track, FileUse::kTrack, item(inside(place, "tracks"), i));
    }
  }
  void poster(const VideoBlock& video, const FilePlace& place) { visit(video.poster, FileUse::kStill, place); }
};

struct PictureVisitor {
  const std::function<void(const Picture&, const FilePlace&)>& visit;

  void picture(const Picture& picture, const FilePlace& place) { visit(picture, place); }
  void recording(const Recording&, FileUse, const FilePlace&) {}
  void poster(const VideoBlock&, const FilePlace&) {}
};

struct RecordingVisitor {
  const std::function<void(const Recording&, FileUse, const FilePlace&)>& visit;

  void picture(const Picture&, const FilePlace&) {}
  void recording(const Recording& recording, FileUse use, const FilePlace& place) { visit(recording, use, place); }
  void poster(const VideoBlock&, const FilePlace&) {}
};

// Remembers of each file what is asked about it, and not the file.
class Filler {
 public:
  explicit Filler(const std::function<std::string(const std::string&)>& read) : read_(read) {}

  void picture(Picture& picture, const FilePlace&) {
    fill(picture);
    if (!picture.still.src.empty()) fill(picture.still);
    if (auto size = facts(picture.src).size) {
      picture.width = size->width;
      picture.height = size->height;
    }
  }
  void recording(Recording& recording, FileUse, const FilePlace&) {
    fill(recording);
    for (Track& track : recording.tracks) fill(track);
  }
  void poster(VideoBlock& video, const FilePlace&) {
    fill(video.poster);
    const auto size = facts(video.poster.src).size;
    if (!size || (video.width > 0 && video.height > 0)) return;
    video.width = size->width;
    video.height = size->height;
  }

 private:
  struct Facts {
    int bytes = 0;
    std::optional<PictureSize> size;
  };

  const Facts& facts(const std::string& name) {
    auto [place, is_new] = known_.try_emplace(name);
    if (is_new) {
      const std::string content = read_(name);
      place->second = {static_cast<int>(content.size()), picture_size(content)};
    }
    return place->second;
  }

  void fill(File& file) { file.bytes = facts(file.src).bytes; }

  const std::function<std::string(const std::string&)>& read_;
  std::map<std::string, Facts> known_;
};

}  // namespace

void visit_files(const Byte& byte, const std::function<void(const File&, FileUse, const FilePlace&)>& visit) {
  FileVisitor visitor{visit};
  walk(byte, visitor);
}

namespace {

template <class AnyByte, class Visit>
void walk_scenarios(AnyByte& byte, const Visit& visit) {
  for (std::size_t s = 0; s < byte.sections.size(); ++s) {
    auto& blocks = byte.sections[s].blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      auto* scenario = std::get_if<ScenarioBlock>(&blocks[b].content);
      if (scenario) visit(*scenario, "sections[" + std::to_string(s) + "].blocks[" + std::to_string(b) + "]");
    }
  }
}

}  // namespace

void visit_scenarios(const Byte& byte, const std::function<void(const ScenarioBlock&, const std::string&)>& visit) {
  walk_scenarios(byte, visit);
}

void visit_scenarios(Byte& byte, const std::function<void(ScenarioBlock&, const std::string&)>& visit) {
  walk_scenarios(byte, visit);
}

void visit_pictures(const Byte& byte, const std::function<void(const Picture&, const FilePlace&)>& visit) {
  PictureVisitor visitor{visit};
  walk(byte, visitor);
}

void visit_recordings(const Byte& byte, const std::function<void(const Recording&, FileUse, const FilePlace&)>& visit) {
  RecordingVisitor visitor{visit};
  walk(byte, visitor);
}

void fill_in_files(Byte& byte, const std::function<std::string(const std::string&)>& read) {
  Filler filler(read);
  walk(byte, filler);
  byte.cost.pictures = byte.cost.video = byte.cost.sound = 0;
  std::set<std::pair<std::string, bool>> counted;
  visit_files(byte, [&](const File& file, FileUse use, const FilePlace&) {
    const bool comes_with_the_page = use == FileUse::kPicture || use == FileUse::kStill;
    // A few hundred bytes, and nobody chooses by them.
    if (use == FileUse::kTrack || !counted.emplace(file.src, comes_with_the_page).second) return;
    int& sum = comes_with_the_page ? byte.cost.pictures : use == FileUse::kSound ? byte.cost.sound : byte.cost.video;
    sum += file.bytes;
  });
}

}  // namespace bytes::content
