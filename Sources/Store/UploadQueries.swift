public import Database

/// A report that was uploaded as a file and that a public version was made of.
public struct PublishedUpload: Sendable, Hashable {
  /// The file, by the id of its attachment.
  public let attachment: Int64
  /// SHA-256 of the file as it was uploaded, which stays here, and of what of it became public; hexadecimal.
  public let originalDigest: String
  /// Of what became public.
  public let copyDigest: String
  public init(attachment: Int64, originalDigest: String, copyDigest: String) {
    self.attachment = attachment
    self.originalDigest = originalDigest
    self.copyDigest = copyDigest
  }
}

extension Query where Output == (publication: Int64, name: String, upload: PublishedUpload) {
  /// Those of every version of a filing, with what the files were called.
  public static func publishedUploads(of filing: Int64) -> Query {
    Query(
      """
      SELECT publication_upload.publication_id, attachment.name, publication_upload.attachment_id,
        publication_upload.original_digest, publication_upload.copy_digest
      FROM publication_upload JOIN attachment ON attachment.id = publication_upload.attachment_id
      WHERE attachment.filing_id = \(filing)
      ORDER BY publication_upload.publication_id, publication_upload.attachment_id
      """
    ) { row in
      (
        try row.integer(), try row.text(),
        PublishedUpload(
          attachment: try row.integer(), originalDigest: try row.text(), copyDigest: try row.text())
      )
    }
  }
}

extension Command {
  /// With the insertion of the publication itself.
  public static func insertUpload(_ upload: PublishedUpload, of publication: Int64) -> Command {
    Command(
      """
      INSERT INTO publication_upload (publication_id, attachment_id, original_digest, copy_digest)
      VALUES (\(publication), \(upload.attachment), \(upload.originalDigest), \(upload.copyDigest))
      """)
  }
}
