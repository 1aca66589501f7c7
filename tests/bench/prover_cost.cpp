// What proving a scenario costs: one of 1,000 scenes, as large as anybody will write, and a hostile one that has more
// states than there are atoms.
//
//   prover_cost
//
// Times are to be read and not to be compared: no test looks at them. The most memory is the process's own, so far.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <string>

#include "content/author/proof_words.h"
#include "content/author/prover.h"
#include "content/scenario_reader.h"

namespace {

using namespace bytes;

// Scenes in a row, from each of which three choices lead on, a little further on, or a little back. Loops and
// saturating counters, but a way on everywhere.
std::string large_scenario(int scenes) {
  std::string json = R"({"format":1,"title":"Large","start":"n0","variables":{)";
  for (int v = 0; v < 4; ++v) {
    json += (v ? "," : "") + ("\"v" + std::to_string(v)) + R"(":{"type":"integer","start":0,"min":0,"max":4})";
  }
  json += R"(},"nodes":{)";
  const auto place = [&](int i) { return i < scenes ? "n" + std::to_string(i) : std::string("end"); };
  for (int i = 0; i < scenes; ++i) {
    const std::string v = "v" + std::to_string(i % 4);
    const std::string w = "v" + std::to_string(i / 7 % 4);
    json += (i ? "," : "") + ('"' + place(i)) + R"(":{"text":"Some words that say what happens here.","choices":[)";
    json += R"({"id":"on","text":"Go on","set":[")" + v + R"( += 1"],"goto":")" + place(i + 1) + "\"},";
    json += R"({"id":"leap","text":"Leap","if":")" + w + R"( >= 2","set":[")" + w + R"( -= 1"],"points":1,"goto":")" +
            place(i + 3) + "\"},";
    json += R"({"id":"back","text":"Go back","if":")" + v + " < 3 and " + w + R"( < 3","set":[")" + v +
            R"( += 2"],"goto":")" + place(i > 5 ? i - 5 : 0) + "\"}]}";
  }
  return json + R"(},"endings":{"end":{"title":"End","text":"It ends."}}})";
}

std::string hostile_scenario() {
  std::string json = R"({"format":1,"title":"Hostile","start":"a","variables":{)";
  for (int v = 0; v < 8; ++v) {
    json += (v ? "," : "") + ("\"v" + std::to_string(v)) + R"(":{"type":"integer","start":0,"min":-1000,"max":1000})";
  }
  json += R"(},"nodes":{"a":{"text":"Count.","choices":[{"id":"stop","text":"Stop","goto":"end"})";
  for (int v = 0; v < 8; ++v) {
    const std::string name = "v" + std::to_string(v);
    json += R"(,{"id":"up)" + name + R"(","text":"Up","set":[")" + name + R"( += 1"],"goto":"a"})";
    json += R"(,{"id":"down)" + name + R"(","text":"Down","set":[")" + name + R"( -= 1"],"goto":"a"})";
  }
  return json + R"(]}},"endings":{"end":{"title":"End","text":"It ends."}}})";
}

bool measure(const char* name, const std::string& json) {
  Diagnostics diagnostics;
  const auto scenario = content::read_scenario(json, name, {}, diagnostics);
  if (!scenario || scenario->start < 0) return false;
  const std::clock_t before = std::clock();
  const content::Proof proof = content::prove(*scenario);
  const double took = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%s: %s, %zu transitions; %zu findings; %.1f s of a processor, %ld MB at most\n", name,
              content::counts_in_words(*scenario, proof).c_str(), proof.transitions, proof.findings.size(), took,
              usage.ru_maxrss / 1024);
  return true;
}

}  // namespace

int main() {
  const bool is_measured = measure("large", large_scenario(1000)) && measure("hostile", hostile_scenario());
  return is_measured ? 0 : 1;
}
