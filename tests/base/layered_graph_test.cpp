#include "base/layered_graph.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "gtest/gtest.h"

namespace bytes {
namespace {

using Edges = std::vector<GraphEdge>;

constexpr float kTolerance = 0.01f;  // Of a row of thousands; halves of a node are exact in small ones.

int layer_of(const GraphLayout& layout, int node) { return layout.nodes[static_cast<std::size_t>(node)].layer; }
float x_of(const GraphLayout& layout, int node) { return layout.nodes[static_cast<std::size_t>(node)].x; }

// What holds for every drawing.
void expect_sound(const GraphLayout& layout, int nodes, const Edges& edges) {
  ASSERT_EQ(layout.nodes.size(), static_cast<std::size_t>(nodes));
  ASSERT_EQ(layout.ways.size(), edges.size());
  std::vector<std::vector<float>> rows(static_cast<std::size_t>(layout.layers));
  for (const GraphPoint& node : layout.nodes) {
    ASSERT_GE(node.layer, 0);
    ASSERT_LT(node.layer, layout.layers);
    EXPECT_LE(std::fabs(node.x), layout.width / 2 + kTolerance);
    rows[static_cast<std::size_t>(node.layer)].push_back(node.x);
  }
  for (std::vector<float>& row : rows) {
    EXPECT_FALSE(row.empty()) << "a layer without nodes";
    std::sort(row.begin(), row.end());
    for (std::size_t i = 1; i < row.size(); ++i) EXPECT_GE(row[i] - row[i - 1], 1 - kTolerance);
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const GraphLayout::Way& way = layout.ways[i];
    const int from = layer_of(layout, edges[i].from), to = layer_of(layout, edges[i].to);
    if (way.goes_back) {
      EXPECT_LE(to, from);
      EXPECT_TRUE(to < from || edges[i].from == edges[i].to);
    } else {
      EXPECT_GT(to, from);
    }
    if (way.bends == 0) continue;
    ASSERT_EQ(way.bends, std::abs(to - from) - 1);
    for (int k = 0; k < way.bends; ++k) {
      const GraphPoint& bend = layout.bends[static_cast<std::size_t>(way.first_bend + k)];
      EXPECT_EQ(bend.layer, from + (way.goes_back ? -1 - k : 1 + k));
      for (const GraphPoint& node : layout.nodes) {
        if (node.layer != bend.layer) continue;
        EXPECT_GE(std::fabs(node.x - bend.x), 0.75f - kTolerance) << "runs into a node";
      }
    }
  }
}

TEST(LayeredGraph, LayersAreTheLongestWaysFromTheRoot) {
  struct Row {
    const char* name;
    int nodes;
    Edges edges;
    int root;
    std::vector<int> layers;
    std::vector<bool> back;
  };
  const Row rows[] = {
      {"nothing", 0, {}, 0, {}, {}},
      {"one node", 1, {}, 0, {0}, {}},
      {"chain", 3, {{0, 1}, {1, 2}}, 0, {0, 1, 2}, {false, false}},
      {"chain from its end", 3, {{2, 1}, {1, 0}}, 2, {2, 1, 0}, {false, false}},
      {"diamond", 4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}, 0, {0, 1, 1, 2}, {false, false, false, false}},
      {"short cut", 3, {{0, 2}, {0, 1}, {1, 2}}, 0, {0, 1, 2}, {false, false, false}},
      {"self loop", 2, {{0, 0}, {0, 1}}, 0, {0, 1}, {true, false}},
      {"cycle", 3, {{0, 1}, {1, 2}, {2, 0}}, 0, {0, 1, 2}, {false, false, true}},
      {"twice the same", 2, {{0, 1}, {0, 1}}, 0, {0, 1}, {false, false}},
      {"two roots", 4, {{0, 1}, {2, 3}}, 0, {0, 1, 2, 3}, {false, false}},
      {"from out of reach", 3, {{0, 1}, {2, 1}}, 0, {0, 1, 2}, {false, true}},
      {"a cycle out of reach", 3, {{1, 2}, {2, 1}}, 0, {0, 1, 2}, {false, true}},
      {"into a cycle out of reach", 4, {{1, 2}, {2, 1}, {3, 2}}, 0, {0, 3, 2, 1}, {true, false, false}},
      {"no root", 2, {{1, 0}}, -1, {1, 0}, {false}},
      {"ends that are not there", 2, {{0, 5}, {-1, 1}, {0, 1}}, 0, {0, 1}, {false, false, false}},
  };
  for (const Row& row : rows) {
    const GraphLayout layout = lay_out_graph(row.nodes, row.edges, row.root);
    ASSERT_EQ(layout.nodes.size(), row.layers.size()) << row.name;
    ASSERT_EQ(layout.ways.size(), row.edges.size()) << row.name;
    for (int i = 0; i < row.nodes; ++i) {
      EXPECT_EQ(layer_of(layout, i), row.layers[static_cast<std::size_t>(i)]) << row.name << " " << i;
    }
    for (std::size_t i = 0; i < row.back.size(); ++i) {
      EXPECT_EQ(layout.ways[i].goes_back, row.back[i]) << row.name << " " << i;
    }
  }
}

TEST(LayeredGraph, AChainIsStraightAndATreeIsEven) {
  const Edges chain = {{0, 1}, {1, 2}, {2, 3}};
  const GraphLayout straight = lay_out_graph(4, chain, 0);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(x_of(straight, i), 0);
  EXPECT_EQ(straight.width, 0);

  const Edges tree = {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}, {2, 6}};
  const GraphLayout even = lay_out_graph(7, tree, 0);
  EXPECT_FLOAT_EQ(x_of(even, 0), 0);
  EXPECT_FLOAT_EQ(x_of(even, 1), -1);
  EXPECT_FLOAT_EQ(x_of(even, 2), 1);
  for (int i = 3; i < 7; ++i) EXPECT_FLOAT_EQ(x_of(even, i), static_cast<float>(i) - 4.5f);
}

TEST(LayeredGraph, ALongEdgeRunsPastTheNodesBetween) {
  const Edges edges = {{0, 1}, {1, 2}, {0, 2}};
  const GraphLayout layout = lay_out_graph(3, edges, 0);
  expect_sound(layout, 3, edges);
  ASSERT_EQ(layout.ways[2].bends, 1);
  EXPECT_EQ(layout.bends[static_cast<std::size_t>(layout.ways[2].first_bend)].layer, 1);
}

TEST(LayeredGraph, AnEdgeThatGoesBackBendsInItsOwnDirection) {
  const Edges edges = {{0, 1}, {1, 2}, {2, 3}, {3, 0}};
  const GraphLayout layout = lay_out_graph(4, edges, 0);
  expect_sound(layout, 4, edges);
  ASSERT_EQ(layout.ways[3].bends, 2);
  EXPECT_EQ(layout.bends[static_cast<std::size_t>(layout.ways[3].first_bend)].layer, 2);
}

TEST(LayeredGraph, EdgesThatNeedNotCrossDoNot) {
  // The walk comes to 3 first, which 2 leads to as well.
  const Edges edges = {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 3}};
  const GraphLayout layout = lay_out_graph(5, edges, 0);
  EXPECT_LT(x_of(layout, 1), x_of(layout, 2));
  EXPECT_LT(x_of(layout, 4), x_of(layout, 3));
}

TEST(LayeredGraph, EveryDrawingOfARandomGraphIsSoundAndTheSameAgain) {
  std::mt19937 random(20);
  for (int round = 0; round < 400; ++round) {
    const int nodes = 1 + static_cast<int>(random() % 40);
    Edges edges;
    const int count = static_cast<int>(random() % 90);
    const auto any = [&] { return static_cast<int>(random() % static_cast<unsigned>(nodes)); };
    for (int i = 0; i < count; ++i) edges.push_back({any(), any()});
    const int root = any();
    const GraphLayout layout = lay_out_graph(nodes, edges, root);
    expect_sound(layout, nodes, edges);
    EXPECT_EQ(layer_of(layout, root), 0);
    const GraphLayout again = lay_out_graph(nodes, edges, root);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
      EXPECT_EQ(layout.nodes[i].layer, again.nodes[i].layer);
      EXPECT_EQ(layout.nodes[i].x, again.nodes[i].x);
    }
    if (HasFailure()) FAIL() << "round " << round;
  }
}

// These would take minutes, or all memory, if anything were counted for each pair.
TEST(LayeredGraph, TenThousandNodesTakeNoTime) {
  constexpr int kNodes = 10000;
  Edges chain, star, ladder, wild;
  std::mt19937 random(7);
  for (int i = 1; i < kNodes; ++i) {
    chain.push_back({i - 1, i});
    star.push_back({0, i});
    ladder.push_back({i - 1, i});
    ladder.push_back({i, 0});
    wild.push_back({static_cast<int>(random() % static_cast<unsigned>(i)), i});
    wild.push_back({i, static_cast<int>(random() % kNodes)});
  }
  EXPECT_EQ(lay_out_graph(kNodes, chain, 0).layers, kNodes);
  const GraphLayout fan = lay_out_graph(kNodes, star, 0);
  EXPECT_EQ(fan.layers, 2);
  EXPECT_NEAR(fan.width, kNodes - 2, 1);
  EXPECT_LT(lay_out_graph(kNodes, ladder, 0).bends.size(), 1000000u);
  EXPECT_LT(lay_out_graph(kNodes, wild, 0).bends.size(), 1000000u);
}

}  // namespace
}  // namespace bytes
