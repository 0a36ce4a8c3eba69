/// The version of the program, as results carry it.
public enum Release {
  public static let version = "0.1.0"
}
