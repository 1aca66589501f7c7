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
  // A spark on its way.
  struct Flight {
    int question;
    double start;  // Seconds.
  };
  // A stop or a bud.
  struct Node {
    const Placed* place;
    ImVec2 at;
    float radius;
    bool is_bud;
    bool is_done;
    bool is_here;
  };

  void lay(Scene& scene);
  void watch(const Scene& scene, const Placed& question);
  void paint_way(Scene& scene) const;
  void paint_node(Scene& scene, const Node& node) const;
  // How far the spark of a question is on its way, and how far its bud has opened then: 0 to 1, 1 when there is none.
  float flown(const Scene& scene, int question) const;
  float opened(const Scene& scene, int question) const;

  std::vector<Known> known_;
  std::vector<Flight> flights_;
  // As laid out in this frame.
  std::vector<Node> nodes_;
  const Placed* card_ = nullptr;  // The trail's.
  float width_ = 0;
};

}  // namespace bytes::paint
