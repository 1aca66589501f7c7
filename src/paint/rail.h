// The trail runs on down the page's margin: a stop beside each heading, a bud beside each question. When a question is
// answered, a spark flies from what was chosen into its bud, and the path goes on from there.
#pragma once

#include <vector>

#include "paint/scene.h"

namespace bytes::paint {

class Rail {
 public:
  // Before the words: the path, its stops and buds.
  void paint(Scene& scene);
  // After the words: what is flying at the moment.
  void paint_sparks(Scene& scene);

  bool is_moving() const { return !flights_.empty(); }
  void settle();

 private:
  // What is known of a question since it was painted last.
  struct Known {
    int question;
    bool has_choice;
    bool is_answered;
    bool is_seen;
  };
  struct Flight {
    int question;
    double start;  // Seconds.
    ImVec2 bud;    // Where to, this frame.
  };

  void watch(Scene& scene, const Placed& question);
  float flown(const Scene& scene, int question) const;

  std::vector<Known> known_;
  std::vector<Flight> flights_;
};

}  // namespace bytes::paint
