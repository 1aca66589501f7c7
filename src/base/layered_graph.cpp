#include "base/layered_graph.h"

#include <utility>

namespace bytes {
namespace {

using Numbers = std::vector<int>;

constexpr int kOrderSweeps = 12;
constexpr int kPlaceSweeps = 7;
// The most bends of all edges together. A ladder of n steps whose every node leads back to its foot would have n * n
// / 2.
constexpr int kBends = 1000, kBendsEach = 8;
// How near to each other two points of a layer may be: nodes and bends.
constexpr float kApart[3] = {0.5f, 0.75f, 1};  // By the number of nodes among the two.
// Long edges are drawn straight before nodes are centred.
constexpr float kBendWeight = 3;

// The edges that start, or end, at each point, as indices.
class Links {
 public:
  Links() = default;
  Links(int points, const std::vector<GraphEdge>& edges, int GraphEdge::*end)
      : starts_(static_cast<std::size_t>(points) + 1), links_(edges.size()) {
    for (const GraphEdge& edge : edges) ++starts_[static_cast<std::size_t>(edge.*end)];
    int sum = 0;
    for (int& start : starts_) start = sum += start;
    for (std::size_t i = edges.size(); i > 0; --i) {
      links_[static_cast<std::size_t>(--starts_[static_cast<std::size_t>(edges[i - 1].*end)])] =
          static_cast<int>(i - 1);
    }
  }

  std::span<const int> of(int point) const {
    const int* start = &starts_[static_cast<std::size_t>(point)];
    return {links_.data() + start[0], static_cast<std::size_t>(start[1] - start[0])};
  }

 private:
  Numbers starts_, links_;
};

class Drawing {
 public:
  Drawing(int nodes, std::span<const GraphEdge> edges, int root) : count_(nodes) {
    layout_.ways.resize(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const GraphEdge& edge = edges[i];
      if (edge.from < 0 || edge.from >= nodes || edge.to < 0 || edge.to >= nodes) continue;
      edges_.push_back(edge);
      given_.push_back(i);
    }
    walk(root);
    add_bends();
    order();
    place();
  }

  GraphLayout take() { return std::move(layout_); }

 private:
  GraphLayout::Way& way(int edge) { return layout_.ways[given_[static_cast<std::size_t>(edge)]]; }
  const GraphEdge& edge(int index) const { return edges_[static_cast<std::size_t>(index)]; }
  int& layer(int point) { return points_[static_cast<std::size_t>(point)].layer; }
  float x(int point) const { return points_[static_cast<std::size_t>(point)].x; }
  float& x(int point) { return points_[static_cast<std::size_t>(point)].x; }

  // Finds which edges go back, and gives each node its layer.
  void walk(int root) {
    const Links out(count_, edges_, &GraphEdge::from);
    enum : char { kNew, kOpen, kLeft };
    std::vector<char> states(static_cast<std::size_t>(count_), kNew);
    Numbers next(states.size()), left, open, enterable(states.size());
    const auto state = [&](int node) -> char& { return states[static_cast<std::size_t>(node)]; };
    points_.resize(states.size());

    const auto go = [&](int start) {
      if (state(start) != kNew) return;
      open.push_back(start);
      state(start) = kOpen;
      entered_.push_back(start);
      while (!open.empty()) {
        const int node = open.back();
        const std::span<const int> links = out.of(node);
        const std::size_t link = static_cast<std::size_t>(next[static_cast<std::size_t>(node)]++);
        if (link == links.size()) {
          state(node) = kLeft;
          left.push_back(node);
          open.pop_back();
          continue;
        }
        const int to = edge(links[link]).to;
        if (state(to) == kOpen) way(links[link]).goes_back = true;
        if (state(to) != kNew) continue;
        state(to) = kOpen;
        entered_.push_back(to);
        open.push_back(to);
      }
    };
    // A node is left after all that it leads to, so that the other way round is a topological order.
    int first_layer = 0;
    const auto give_layers = [&] {
      int last = first_layer - 1;
      for (; !left.empty(); left.pop_back()) {
        const int node = left.back();
        last = layer(node) > last ? layer(node) : last;
        for (const int link : out.of(node)) {
          const int to = edge(link).to;
          if (layer(to) < first_layer) way(link).goes_back = true;  // From what is out of reach.
          if (!way(link).goes_back && layer(to) <= layer(node)) layer(to) = layer(node) + 1;
        }
      }
      first_layer = last + 1;
    };

    if (root >= 0 && root < count_) go(root);
    give_layers();
    for (int node = 0; node < count_; ++node) {
      if (state(node) == kNew) layer(node) = first_layer;
    }
    for (const GraphEdge& one : edges_) ++enterable[static_cast<std::size_t>(one.to)];
    for (int node = 0; node < count_; ++node) {
      if (!enterable[static_cast<std::size_t>(node)]) go(node);
    }
    for (int node = 0; node < count_; ++node) go(node);
    give_layers();
    layout_.layers = first_layer;
  }

  // Cuts long edges into pieces from layer to layer, all of which lead downwards, and puts nodes and bends into rows as
  // the walk came to them: a tree is drawn without crossings then.
  void add_bends() {
    const Links out(count_, edges_, &GraphEdge::from), in(count_, edges_, &GraphEdge::to);
    int left = kBends + kBendsEach * (count_ + static_cast<int>(edges_.size()));
    Numbers points;
    const auto cut = [&](int index, int upper, int lower) {
      const int between = layer(lower) - layer(upper) - 1;
      if (between > left) return;
      left -= between;
      GraphLayout::Way& its = way(index);
      its.first_bend = static_cast<int>(points_.size()) - count_;
      its.bends = between;
      int from = upper;
      for (int i = 0; i < between; ++i) {
        // Bends are counted in the edge's own direction.
        points_.push_back({its.goes_back ? layer(lower) - 1 - i : layer(upper) + 1 + i, 0});
      }
      for (int i = 0; i < between; ++i) {
        const int bend = count_ + its.first_bend + (its.goes_back ? between - 1 - i : i);
        points.push_back(bend);
        pieces_.push_back({from, bend});
        from = bend;
      }
      pieces_.push_back({from, lower});
    };
    for (const int node : entered_) {
      points.push_back(node);
      for (const int link : out.of(node)) {
        if (!way(link).goes_back) cut(link, node, edge(link).to);
      }
      for (const int link : in.of(node)) {
        if (way(link).goes_back && edge(link).from != node) cut(link, node, edge(link).from);
      }
    }
    std::vector<GraphEdge> rows;
    for (const int point : points) rows.push_back({layer(point), 0});
    const Links by_layer(layout_.layers, rows, &GraphEdge::from);
    for (int row = 0; row < layout_.layers; ++row) {
      starts_.push_back(static_cast<int>(rows_.size()));
      for (const int index : by_layer.of(row)) rows_.push_back(points[static_cast<std::size_t>(index)]);
    }
    starts_.push_back(static_cast<int>(rows_.size()));
  }

  std::span<int> row(int index) {
    const int* start = &starts_[static_cast<std::size_t>(index)];
    return {rows_.data() + start[0], static_cast<std::size_t>(start[1] - start[0])};
  }

  // The mean x of the other ends of what a point is linked by; its own x when there is nothing.
  float mean(const Links& links, int GraphEdge::*end, int point) const {
    const std::span<const int> its = links.of(point);
    float sum = 0;
    for (const int link : its) sum += x(pieces_[static_cast<std::size_t>(link)].*end);
    return its.empty() ? x(point) : sum / static_cast<float>(its.size());
  }

  // Until places are given, a point's x is its number in its row, counted from the middle.
  void number(std::span<const int> row) {
    float at = -0.5f * static_cast<float>(row.size() - 1);
    for (const int point : row) {
      x(point) = at;
      at += 1;
    }
  }

  // By merging, since that keeps the order of equals.
  void sort(std::span<int> row) {
    const std::size_t size = row.size();
    for (std::size_t width = 1; width < size; width *= 2) {
      for (std::size_t start = 0; start < size; start += 2 * width) {
        const std::size_t middle = start + width < size ? start + width : size;
        const std::size_t end = start + 2 * width < size ? start + 2 * width : size;
        std::size_t a = start, b = middle;
        for (std::size_t i = start; i < end; ++i) {
          const bool is_first = a < middle && (b == end || !(key(row[b]) < key(row[a])));
          spare_[i] = row[is_first ? a++ : b++];
        }
      }
      for (std::size_t i = 0; i < size; ++i) row[i] = spare_[i];
    }
  }
  float& key(int point) { return keys_[static_cast<std::size_t>(point)]; }

  void order() {
    const int points = static_cast<int>(points_.size());
    above_ = Links(points, pieces_, &GraphEdge::to);
    below_ = Links(points, pieces_, &GraphEdge::from);
    spare_.resize(points_.size());
    keys_.resize(points_.size());
    for (int i = 0; i < layout_.layers; ++i) number(row(i));
    for (int sweep = 0; sweep < kOrderSweeps; ++sweep) {
      const bool is_down = sweep % 2 == 0;
      for (int i = 1; i < layout_.layers; ++i) {
        const std::span<int> points_of_row = row(is_down ? i : layout_.layers - 1 - i);
        for (const int point : points_of_row) {
          key(point) = mean(is_down ? above_ : below_, is_down ? &GraphEdge::from : &GraphEdge::to, point);
        }
        sort(points_of_row);
        number(points_of_row);
      }
    }
  }

  // Puts the points of a row as near as possible to what they are linked to, in their order and apart from each other:
  // least squares, by pooling neighbours that would come too close (Ayer et al. 1955).
  void place_row(std::span<const int> row, const Links& links, int GraphEdge::*end) {
    pools_.clear();
    float offset = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int point = row[i];
      if (i > 0) offset += kApart[(point < count_) + (row[i - 1] < count_)];
      key(point) = offset;
      const float weight = point < count_ ? 1 : kBendWeight;
      pools_.push_back({(mean(links, end, point) - offset) * weight, weight, i + 1});
      while (pools_.size() > 1 && pools_[pools_.size() - 2].mean() >= pools_.back().mean()) {
        const Pool last = pools_.back();
        pools_.pop_back();
        pools_.back() = {pools_.back().sum + last.sum, pools_.back().weight + last.weight, last.end};
      }
    }
    std::size_t i = 0;
    for (const Pool& pool : pools_) {
      for (; i < pool.end; ++i) x(row[i]) = pool.mean() + key(row[i]);
    }
  }

  void place() {
    for (int sweep = 0; sweep < kPlaceSweeps; ++sweep) {
      // Last of all upwards: a node stands above the middle of what it leads to.
      const bool is_down = sweep % 2 != 0;
      for (int i = 0; i < layout_.layers; ++i) {
        place_row(row(is_down ? i : layout_.layers - 1 - i), is_down ? above_ : below_,
                  is_down ? &GraphEdge::from : &GraphEdge::to);
      }
    }
    float least = 0, most = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const float at = points_[i].x;
      least = i == 0 || at < least ? at : least;
      most = i == 0 || at > most ? at : most;
    }
    for (GraphPoint& point : points_) point.x -= (least + most) / 2;
    layout_.width = most - least;
    layout_.nodes.assign(points_.begin(), points_.begin() + count_);
    layout_.bends.assign(points_.begin() + count_, points_.end());
  }

  struct Pool {
    float sum, weight;
    std::size_t end;  // In the row.
    float mean() const { return sum / weight; }
  };

  const int count_;
  GraphLayout layout_;
  std::vector<GraphEdge> edges_;    // Those that have both ends.
  std::vector<std::size_t> given_;  // Their indices among all.
  Numbers entered_;                 // Nodes, as the walk came to them.
  std::vector<GraphPoint> points_;  // Nodes, then bends.
  std::vector<GraphEdge> pieces_;   // Of edges, each from a layer to the next.
  Links above_, below_;             // Pieces.
  Numbers rows_, starts_;           // Points by layer, and where each layer starts.
  Numbers spare_;
  std::vector<float> keys_;  // By point.
  std::vector<Pool> pools_;
};

}  // namespace

GraphLayout lay_out_graph(int nodes, std::span<const GraphEdge> edges, int root) {
  return nodes > 0 ? Drawing(nodes, edges, root).take()
                   : GraphLayout{.ways = std::vector<GraphLayout::Way>(edges.size())};
}

}  // namespace bytes
