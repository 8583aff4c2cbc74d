package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.practicewatch.intake.CodeList;

/** One file of {@code jobs/profiles/codes/}. */
record CodeListFile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) List<GroupEntry> groups,
    Map<String, List<String>> ambiguous) {

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
        ambiguous == null ? Map.of() : ambiguous);
  }
}
