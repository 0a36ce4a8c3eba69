public import Database

extension Command {
  /// Takes away every filing of a task with all that belongs to it, in the order in which they may go. For trial runs:
  /// nothing else is ever deleted. Their texts must have been taken out of the index before (`forgetTexts`).
  public static func deleteFilings(of task: Int64) -> [Command] {
    let filings: SQL = "(SELECT id FROM filing WHERE task_id = \(task))"
    return [
      Command(
        """
        DELETE FROM delivery WHERE reminder_id IN
          (SELECT id FROM reminder WHERE filing_id IN \(fragment: filings))
        """),
      Command("DELETE FROM stage_delivery WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM reminder WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM pack_file WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM disclosure_event WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM disclosure WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM extract_finding WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM extract_figure WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM extract_text WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM extract WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM extract_due WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM bulk_item WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM imported_audit WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM review_note WHERE answers IS NOT NULL AND filing_id IN \(fragment: filings)"),
      Command("DELETE FROM review_note WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM sample_item WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM sample_draw WHERE task_id = \(task)"),
      Command("DELETE FROM work_mark WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM work_assessment WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM filing_result WHERE filing_id IN \(fragment: filings)"),
      Command("UPDATE red_flag SET other_id = NULL WHERE other_id IN \(fragment: filings)"),
      Command("DELETE FROM red_flag WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM text_stretch WHERE task_id = \(task)"),
      Command("DELETE FROM review_mark WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM draft_file WHERE filing_id IN \(fragment: filings)"),
      Command(
        """
        DELETE FROM publication_upload WHERE publication_id IN
          (SELECT id FROM publication WHERE filing_id IN \(fragment: filings))
        """),
      Command("DELETE FROM publication WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM attachment WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM explanation WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM sheet WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM history WHERE filing_id IN \(fragment: filings)"),
      Command("DELETE FROM filing WHERE task_id = \(task)"),
    ]
  }
}
