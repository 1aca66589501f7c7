// A drawing of a directed graph in layers: where its nodes stand, and where its edges bend so that they run past the
// nodes between their ends.
//
// After Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981): break
// cycles, give each node a layer, order the layers so that few edges cross, then give each node a place in its layer.
#pragma once

#include <span>
#include <vector>

namespace bytes {

struct GraphEdge {
  int from, to;  // Indices of nodes.
};

// A point of the drawing. How far layers are apart, and in which direction they follow each other, is the caller's.
struct GraphPoint {
  int layer = 0;  // 0 is the root's.
  float x = 0;    // Along the layer, in units of one node; fractions are usual.
};

struct GraphLayout {
  struct Way {
    // Leads to an earlier layer or, as a loop does, to its own node. All others lead to a later layer.
    bool goes_back = false;
    int first_bend = 0;  // Into `bends`, in the edge's own direction, one for each layer between its ends.
    int bends = 0;
  };

  std::vector<GraphPoint> nodes;  // As given. No two of a layer are nearer than 1.
  std::vector<Way> ways;          // As edges were given.
  std::vector<GraphPoint> bends;
  int layers = 0;
  float width = 0;  // Between the outermost points' x, which are as far from 0 on either side.
};

// A node's layer is the length of the longest way from the root, leaving out edges that a walk in depth finds going
// back. What can't be reached from the root takes layers of its own behind the others. An edge from or to a node that
// is not there is passed over; of a root that is not there, all nodes are out of reach. Edges that are too long for the
// number of nodes go without bends. The same input always gives the same drawing. Nearly linear in nodes and edges.
GraphLayout lay_out_graph(int nodes, std::span<const GraphEdge> edges, int root);

}  // namespace bytes
