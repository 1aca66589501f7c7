// One browser profile's store as tabs meet it, with the faults of the real one: IndexedDB, and the channel between tabs.
//
// A transaction is queued, and some day it completes or is given up, as a whole and in order; a tab may be gone by then.
// What has completed stays until the profile is emptied.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/json.h"
#include "learning/event.h"

namespace bytes {

struct Transaction {
  int tab = 0;
  std::vector<std::pair<std::string, std::string>> puts;  // Key and record, as JSON.
  std::vector<std::string> deletes;
  std::vector<std::string> set_aside;  // Keys of records to be moved out of the way.
  bool is_save = false;                // Its tab wants to hear of it.
};

class FaultyStore {
 public:
  void queue(Transaction transaction) { queue_.push_back(std::move(transaction)); }
  bool is_idle() const { return queue_.empty(); }
  const Transaction& next() const { return queue_.front(); }

  // The oldest transaction leaves the queue, with all that it wrote or with nothing.
  Transaction finish_next(bool completes) {
    Transaction done = std::move(queue_.front());
    queue_.pop_front();
    if (!completes) return done;
    for (const auto& [key, record] : done.puts) records_[key] = record;
    for (const std::string& key : done.deletes) records_.erase(key);
    for (const std::string& key : done.set_aside) {
      auto found = records_.find(key);
      if (found == records_.end()) continue;
      aside_.push_back(found->second);
      records_.erase(found);
    }
    return done;
  }

  // Puts a record in by hand, as a fault of the disk or another player would.
  void plant(const std::string& key, std::string record) { records_[key] = std::move(record); }

  // The browser wants the room.
  void empty() {
    records_.clear();
    aside_.clear();
    ++generation_;
  }
  // Another one after each emptying.
  int generation() const { return generation_; }

  // By key.
  const std::map<std::string, std::string>& records() const { return records_; }
  const std::vector<std::string>& aside() const { return aside_; }

  // All records as one JSON array, and their keys in the same order.
  std::pair<std::string, std::vector<std::string>> all() const {
    std::pair<std::string, std::vector<std::string>> result{"[", {}};
    for (const auto& [key, record] : records_) {
      if (result.first.size() > 1) result.first += ',';
      result.first += record;
      result.second.push_back(key);
    }
    result.first += ']';
    return result;
  }

 private:
  std::deque<Transaction> queue_;
  std::map<std::string, std::string> records_;
  std::vector<std::string> aside_;
  int generation_ = 0;
};

}  // namespace bytes
