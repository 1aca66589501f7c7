// Films and sounds: the browser's own player, the words, and the file itself for whoever cannot play it here.
#include "view/blocks/blocks.h"
#include "view/page_parts.h"

namespace bytes::view {
namespace {

using content::Recording;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// What differs between the two.
struct Kind {
  Role role;
  const char* name;
  const char* link;
};

Element view_recording(const Recording& recording, const Kind& kind, Element player, const std::string& id,
                       const Interface& interface) {
  player.id = id + ":player";
  player.role = kind.role;
  player.set(Attribute::kSrc, recording.src);
  player.set(Attribute::kLabel,
             recording.caption.empty() ? interface.phrase(kind.name) : letters_of(recording.caption));
  for (std::size_t i = 0; i < recording.tracks.size(); ++i) {
    const content::Track& words = recording.tracks[i];
    Element track = make(Role::kTrack, id + ":track-" + std::to_string(i + 1));
    track.set(Attribute::kSrc, words.src).set(Attribute::kTrackLanguage, words.language);
    // The author's first are on; whoever wants none turns them off.
    track.set(Attribute::kTrackLabel, words.label).set_if(Attribute::kDefault, i == 0);
    player.add(std::move(track));
  }
  Element figure = make(Role::kFigure, id + ":figure");
  figure.add(std::move(player));
  RichText caption = caption_of(recording.caption, recording.credit, interface.phrase("recording-credit"));
  if (!caption.empty()) figure.add(make(Role::kCaption, id + ":caption", std::move(caption)));

  Element media = make(Role::kMedia, id);
  media.add(std::move(figure));
  if (!recording.transcript.empty()) {
    Element transcript = make(Role::kTranscript, id + ":transcript");
    transcript.add(make(Role::kTranscriptSummary, id + ":transcript-summary", plain(interface.phrase("transcript"))));
    for (std::size_t i = 0; i < recording.transcript.size(); ++i) {
      transcript.add(make(Role::kParagraph, id + ":transcript-" + std::to_string(i + 1), recording.transcript[i]));
    }
    media.add(std::move(transcript));
  }
  Element link =
      make(Role::kMediaLink, id + ":link", plain(with_size(interface.phrase(kind.link), recording.bytes, interface)));
  link.set(Attribute::kHref, recording.src);
  Element line = make(Role::kParagraph, id + ":file");
  line.add(std::move(link));
  media.add(std::move(line));
  return media;
}

}  // namespace

Element view_video(const content::VideoBlock& block, const BlockContext& context) {
  Element player;
  if (!block.poster.src.empty()) player.set(Attribute::kPoster, block.poster.src);
  if (block.width > 0 && block.height > 0) {
    player.set(Attribute::kWidth, std::to_string(block.width)).set(Attribute::kHeight, std::to_string(block.height));
  }
  return view_recording(block.recording, {Role::kVideo, "video", "video-link"}, std::move(player), context.id,
                        context.interface);
}

Element view_sound(const Recording& sound, const std::string& id, const Interface& interface) {
  return view_recording(sound, {Role::kAudio, "sound", "sound-link"}, Element(), id, interface);
}

Element view_audio(const content::AudioBlock& block, const BlockContext& context) {
  return view_sound(block.recording, context.id, context.interface);
}

}  // namespace bytes::view
