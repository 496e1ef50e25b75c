package org.huiwu.excursion.transfer.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param outcome `apply` or `dismiss`
/// @param word why, for the liaison to read; needed to dismiss
/// @param membership the version of the membership that the desk saw; needed to apply
record SettlementBody(
    @NotNull @Pattern(regexp = "apply|dismiss") String outcome,
    @Nullable @Size(max = 500) String word,
    @Nullable @Min(1) Long membership) {

  boolean applies() {
    return outcome.equals("apply");
  }

  String given() {
    return word == null ? "" : word.strip();
  }
}
