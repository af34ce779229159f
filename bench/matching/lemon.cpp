// The reference for sparse instances: LEMON's network simplex on the same network, without conflicts. Reads an instance, prints what it took.
#include <lemon/smart_graph.h>
#include <lemon/network_simplex.h>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

int main(int argc, char** argv) {
  std::FILE* file = std::fopen(argv[argc - 1], "r");
  if (!file) return 2;
  int asks, helpers, items;
  if (std::fscanf(file, "%d %d %d", &asks, &helpers, &items) != 3) return 2;
  std::vector<int> places(asks), capacity(helpers);
  for (int& it : places) if (std::fscanf(file, "%d", &it) != 1) return 2;
  for (int& it : capacity) if (std::fscanf(file, "%d", &it) != 1) return 2;
  struct Item { int ask, helper; long long weight; };
  std::vector<Item> list(items);
  for (Item& it : list) if (std::fscanf(file, "%d %d %lld", &it.ask, &it.helper, &it.weight) != 3) return 2;
  std::fclose(file);

  // Building the network counts: ours is built within the call that is measured too.
  auto wall = std::chrono::steady_clock::now();
  std::clock_t cpu = std::clock();
  typedef lemon::SmartDigraph Graph;
  Graph graph;
  graph.reserveNode(asks + helpers + 1);
  graph.reserveArc(items + asks + helpers);
  for (int node = 0; node <= asks + helpers; ++node) graph.addNode();
  int root = asks + helpers;
  for (const Item& it : list) graph.addArc(graph.nodeFromId(it.ask), graph.nodeFromId(asks + it.helper));
  for (int ask = 0; ask < asks; ++ask) graph.addArc(graph.nodeFromId(ask), graph.nodeFromId(root));
  for (int helper = 0; helper < helpers; ++helper) graph.addArc(graph.nodeFromId(asks + helper), graph.nodeFromId(root));
  Graph::ArcMap<int> upper(graph, 1);
  Graph::ArcMap<long long> cost(graph, 0);
  Graph::NodeMap<int> supply(graph, 0);
  int total = 0;
  for (int index = 0; index < items; ++index) cost[graph.arcFromId(index)] = -list[index].weight;
  for (int ask = 0; ask < asks; ++ask) {
    upper[graph.arcFromId(items + ask)] = places[ask];
    supply[graph.nodeFromId(ask)] = places[ask];
    total += places[ask];
  }
  for (int helper = 0; helper < helpers; ++helper) upper[graph.arcFromId(items + asks + helper)] = capacity[helper];
  supply[graph.nodeFromId(root)] = -total;

  std::clock_t built = std::clock();
  lemon::NetworkSimplex<Graph, int, long long> simplex(graph);
  simplex.upperMap(upper).costMap(cost).supplyMap(supply);
  if (simplex.run() != lemon::NetworkSimplex<Graph, int, long long>::OPTIMAL) return 3;
  long long value = -simplex.totalCost<long long>();
  double seconds = double(std::clock() - cpu) / CLOCKS_PER_SEC, solving = double(std::clock() - built) / CLOCKS_PER_SEC;
  double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();
  std::printf("%lld %.6f %.6f %.6f\n", value, seconds, elapsed, solving);
  return 0;
}
