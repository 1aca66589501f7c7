#include "tests/content/support/scenarios.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "content/author/markup.h"
#include "content/scenario_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

// A scenario's variables while it is written.
class Writer {
 public:
  Writer(std::uint64_t seed, const ChanceOptions& options) : chance_(seed), options_(options) {}

  std::string write() {
    json_.begin_object();
    field("format");
    json_.integer(1);
    letters("title", "By chance");
    field("variables");
    json_.begin_object();
    for (int i = 0; i < options_.variables; ++i) write_variable(i);
    json_.end_object();
    letters("start", "n0");
    field("nodes");
    json_.begin_object();
    for (int i = 0; i < options_.nodes; ++i) write_node(i);
    json_.end_object();
    field("endings");
    json_.begin_object();
    for (int i = 0; i < options_.endings; ++i) {
      field("e" + std::to_string(i));
      json_.begin_object();
      letters("title", "E");
      letters("text", "The end has some words.");
      json_.end_object();
    }
    json_.end_object();
    json_.end_object();
    return json_.take();
  }

 private:
  enum class Type { kInteger, kBoolean, kOneOf };

  void field(const std::string& name) { json_.key(name); }
  void letters(const std::string& name, const std::string& text) {
    json_.key(name);
    json_.string(text);
  }
  void number(const std::string& name, int value) {
    json_.key(name);
    json_.integer(value);
  }

  static std::string name(int variable) { return "v" + std::to_string(variable); }

  void write_variable(int index) {
    const Type type = static_cast<Type>(chance_.below(3));
    types_.push_back(type);
    field(name(index));
    json_.begin_object();
    switch (type) {
      case Type::kInteger: {
        const int min = chance_.below(3) - 1;
        letters("type", "integer");
        number("min", min);
        number("max", min + chance_.below(4));
        number("start", min);
        break;
      }
      case Type::kBoolean:
        letters("type", "boolean");
        field("start");
        json_.boolean(chance_.one_in(2));
        break;
      case Type::kOneOf:
        letters("type", "one-of");
        field("values");
        json_.begin_array();
        for (const char* value : {"red", "green", "blue"}) json_.string(value + std::to_string(index));
        json_.end_array();
        letters("start", "red" + std::to_string(index));
    }
    json_.end_object();
  }

  void write_node(int index) {
    field("n" + std::to_string(index));
    json_.begin_object();
    letters("text", std::string("Words ") + (index % 2 ? "to read here." : "."));
    field("choices");
    json_.begin_array();
    const int count = 1 + chance_.below(3);
    for (int i = 0; i < count; ++i) {
      json_.begin_object();
      letters("id", "c" + std::to_string(i));
      letters("text", i ? "Do that instead" : "Do it");
      if (chance_.one_in(2) && options_.variables > 0) letters("if", condition(2));
      if (chance_.one_in(3)) number("points", chance_.below(6) - 2);
      if (chance_.one_in(3)) letters("feedback", "It comes of it.");
      if (options_.variables > 0 && !chance_.one_in(3)) {
        field("set");
        json_.begin_array();
        for (int e = chance_.below(2); e >= 0; --e) json_.string(effect());
        json_.end_array();
      }
      letters("goto", target(index));
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  std::string target(int node) {
    const int first = options_.may_loop && !chance_.one_in(3) ? 0 : node + 1;
    const int choice = first + chance_.below(options_.nodes + options_.endings - first);
    return choice < options_.nodes ? "n" + std::to_string(choice) : "e" + std::to_string(choice - options_.nodes);
  }

  std::string condition(int depth) {
    if (depth > 0 && chance_.one_in(4)) return condition(depth - 1) + " and " + condition(depth - 1);
    if (depth > 0 && chance_.one_in(4)) return "not (" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
    const int variable = chance_.below(options_.variables);
    switch (types_[static_cast<std::size_t>(variable)]) {
      case Type::kInteger: {
        const char* kSigns[] = {" == ", " != ", " < ", " <= ", " > ", " >= "};
        return name(variable) + kSigns[chance_.below(6)] + sum(variable);
      }
      case Type::kBoolean: return chance_.one_in(2) ? name(variable) : "not " + name(variable);
      case Type::kOneOf: return name(variable) + (chance_.one_in(2) ? " == " : " != ") + value(variable);
    }
    return {};
  }

  std::string value(int variable) {
    const char* kValues[] = {"red", "green", "blue"};
    return kValues[chance_.below(3)] + std::to_string(variable);
  }

  // A number, or another integer and a number.
  std::string sum(int variable) {
    const std::string number = std::to_string(chance_.below(4));
    const int other = chance_.below(options_.variables);
    const bool is_other = other != variable && types_[static_cast<std::size_t>(other)] == Type::kInteger;
    return is_other ? name(other) + (chance_.one_in(2) ? " + " : " - ") + number : number;
  }

  std::string effect() {
    const int variable = chance_.below(options_.variables);
    switch (types_[static_cast<std::size_t>(variable)]) {
      case Type::kInteger: {
        const char* kSigns[] = {" = ", " += ", " -= "};
        return name(variable) + kSigns[chance_.below(3)] + sum(variable);
      }
      case Type::kBoolean: return name(variable) + " = " + condition(1);
      case Type::kOneOf: return name(variable) + " = " + value(variable);
    }
    return {};
  }

  Chance chance_;
  ChanceOptions options_;
  std::vector<Type> types_;
  JsonWriter json_;
};

}  // namespace

int Chance::below(int limit) {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return static_cast<int>((z ^ (z >> 31)) % static_cast<std::uint64_t>(limit));
}

Scenario scenario_of(std::string_view json) {
  Diagnostics diagnostics;
  ReadOptions options;
  options.markup = read_markup;
  std::optional<Scenario> scenario = read_scenario(json, "scenario.json", options, diagnostics);
  EXPECT_EQ(in_words(diagnostics), "") << json;
  return scenario.value_or(Scenario());
}

std::string scenario_json(std::string_view lines) {
  struct Line {
    std::string node, choice, target;
    std::vector<std::pair<std::string, std::string>> rest;
  };
  std::vector<Line> choices;
  std::vector<std::string> nodes, endings;
  std::vector<std::vector<std::string>> variables;
  std::map<std::string, std::string> labels;
  const auto add = [](std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  std::istringstream all{std::string(lines)};
  for (std::string text; std::getline(all, text);) {
    std::istringstream line(text);
    std::vector<std::string> words{std::istream_iterator<std::string>(line), {}};
    if (words.empty()) continue;
    if (words[0] == "ending") {
      add(endings, words[1]);
    } else if (words[0] == "label") {
      labels[words[1]] = words[2];
    } else if (words[0].back() != ':') {
      variables.push_back(words);
    } else {
      Line& choice = choices.emplace_back(Line{words[0].substr(0, words[0].size() - 1), words[1], words[3], {}});
      for (std::size_t i = 4; i < words.size(); ++i) {
        if (words[i] == "|") {
          choice.rest.push_back({words[++i], {}});
        } else {
          std::string& value = choice.rest.back().second;
          value += (value.empty() ? "" : " ") + words[i];
        }
      }
      add(nodes, choice.node);
    }
  }
  for (const Line& choice : choices) {
    if (std::find(nodes.begin(), nodes.end(), choice.target) == nodes.end()) add(endings, choice.target);
  }

  JsonWriter json;
  const auto letters = [&](std::string_view name, std::string_view value) {
    json.key(name);
    json.string(value);
  };
  json.begin_object();
  json.key("format");
  json.integer(1);
  letters("title", "T");
  letters("start", nodes.front());
  json.key("variables");
  json.begin_object();
  for (const std::vector<std::string>& words : variables) {
    json.key(words[1]);
    json.begin_object();
    letters("type", words[0]);
    if (words[0] == "integer") {
      for (const char* name : {"min", "start", "max"}) {
        json.key(name);
        json.integer(std::stoi(words[name[1] == 'a' ? 3 : 2]));
      }
      if (labels.count(words[1])) letters("label", labels[words[1]]);
    } else if (words[0] == "boolean") {
      json.key("start");
      json.boolean(false);
    } else {
      letters("start", words[2]);
      json.key("values");
      json.begin_array();
      for (std::size_t i = 2; i < words.size(); ++i) json.string(words[i]);
      json.end_array();
    }
    json.end_object();
  }
  json.end_object();
  json.key("nodes");
  json.begin_object();
  for (const std::string& node : nodes) {
    json.key(node);
    json.begin_object();
    letters("text", "Scene");
    json.key("choices");
    json.begin_array();
    for (const Line& choice : choices) {
      if (choice.node != node) continue;
      json.begin_object();
      letters("id", choice.choice);
      letters("text", "Choice");
      letters("goto", choice.target);
      for (const auto& [name, value] : choice.rest) {
        if (name == "if") letters("if", value);
        if (name == "points") {
          json.key("points");
          json.integer(std::stoi(value));
        }
      }
      const auto is_set = [](const auto& field) { return field.first == "set"; };
      if (std::any_of(choice.rest.begin(), choice.rest.end(), is_set)) {
        json.key("set");
        json.begin_array();
        for (const auto& field : choice.rest) {
          if (is_set(field)) json.string(field.second);
        }
        json.end_array();
      }
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_object();
  json.key("endings");
  json.begin_object();
  for (const std::string& ending : endings) {
    json.key(ending);
    json.begin_object();
    letters("title", "Ending");
    letters("text", "End");
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return json.take();
}

std::string scenario_by_chance(std::uint64_t seed, const ChanceOptions& options) {
  return Writer(seed, options).write();
}

}  // namespace bytes::content
