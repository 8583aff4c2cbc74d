package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.CodeList;

/** One file of {@code jobs/profiles/codes/}. */
record CodeListFile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) List<GroupEntry> groups,
    Map<String, List<String>> ambiguous,
    @Nullable OtherwiseEntry otherwise) {

  record OtherwiseEntry(
      @JsonProperty(required = true) String group,
      @JsonProperty(value = "unless it has", required = true) List<String> unlessItHas) {

    CodeList.Otherwise toOtherwise() {
      return new CodeList.Otherwise(group, unlessItHas);
    }
  }

  record GroupEntry(
      @JsonProperty(required = true) String group,
      Map<String, String> codes,
      Map<String, List<String>> wordings,
      List<String> spelt) {

    CodeList.Group toGroup() {
      return new CodeList.Group(
          group,
          codes == null ? Map.of() : codes,
          wordings == null ? Map.of() : wordings,
          spelt == null ? List.of() : spelt);
    }
  }

  CodeList toCodeList() {
    return new CodeList(
        name,
        groups.stream().map(GroupEntry::toGroup).toList(),
        ambiguous == null ? Map.of() : ambiguous,
        otherwise == null ? null : otherwise.toOtherwise());
  }
}
