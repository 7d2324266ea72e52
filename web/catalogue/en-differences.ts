/** English texts of differences between books and counts. */
export const enDifferences = {
  "nav.differences": "Differences",
  "difference.help": "What counts found more or less than the books said, posted by two officers.",
  "difference.none": "No differences",
  "difference.noneText": "No count has found more or less than the books said.",
  "difference.when": "Posted",
  "difference.by": "Confirmed by",
  "difference.found": "The count found",
  "difference.more": "more",
  "difference.less": "less",
  "difference.declared": "Declared unit",
  "difference.usd": "USD",
  "difference.reason": "Reason",
} as const;
