#include "paint/painters.h"

namespace bytes::paint {

PaintElement painter_of(outline::Role role) {
  using outline::Role;
  switch (role) {
    case Role::kTrail:
    case Role::kListCard:
    case Role::kTableFrame:
    case Role::kCompareSide:
    case Role::kLinkCard:
    case Role::kStoryPart:
    case Role::kEmbed:
    case Role::kAuthorCard:
    case Role::kQuestion:
    case Role::kChecklist:
    case Role::kReflection:
    case Role::kAccordion:
    case Role::kCode:
    case Role::kFormula:
    case Role::kWorksheetRow:
    case Role::kNet:
    case Role::kScene:
    case Role::kClosing: return paint_card;
    case Role::kItem: return paint_item;
    case Role::kCallout: return paint_callout;
    case Role::kOption:
    case Role::kLargeOption: return paint_option;
    case Role::kScaleStep: return paint_scale_step;
    case Role::kAnswerBox: return paint_answer_box;
    case Role::kSortPool: return paint_sort_pool;
    case Role::kSortGroup: return paint_sort_group;
    case Role::kSortCard: return paint_sort_card;
    case Role::kSortGrip: return paint_sort_grip;
    case Role::kSortChoice: return paint_sort_choice;
    case Role::kOrderRow: return paint_order_row;
    case Role::kOrderUp:
    case Role::kOrderDown: return paint_order_move;
    case Role::kMatchPair: return paint_match_pair;
    case Role::kMatchLink: return paint_match_link;
    case Role::kSpotNumber: return paint_spot_number;
    case Role::kSpeech: return paint_speech;
    case Role::kChoice: return paint_choice;
    case Role::kChose: return paint_chose;
    case Role::kEnding: return paint_ending;
    case Role::kPathMap: return paint_path_map;
    case Role::kNetMap: return paint_net_map;
    case Role::kPrimaryButton: return paint_primary_button;
    case Role::kButton: return paint_button;
    case Role::kNextLink: return paint_next_link;
    case Role::kNotice: return paint_notice;
    case Role::kHint: return paint_hint;
    case Role::kResult: return paint_result;
    default: return nullptr;
  }
}

}  // namespace bytes::paint
