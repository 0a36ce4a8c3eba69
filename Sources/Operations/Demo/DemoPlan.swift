import Evaluation

/// A fictional county to be made: its units with how far each comes, and its people.
public struct DemoPlan: Sendable {
  let units: [Unit]
  let people: [Someone]

  struct Unit: Sendable {
    let code: String
    let name: String
    let goal: Goal
    let content: DemoContent
    /// What is wrong in its filing on purpose; nil for nothing.
    var fault: DemoFault?
    /// What of it is made public once it is done, one version after the other.
    var publications: [DemoPublication] = []
  }

  /// How far the demo takes a unit's filing.
  enum Goal: Sendable {
    case notStarted, drafting, returned, unitReview, departmentReview, financeReview, done
  }

  struct Someone: Sendable {
    let account: String
    let name: String
    let mobile: String
    let posts: [Post]
  }

  /// The bureau's people, and two for every unit.
  init(units: [Unit]) {
    self.units = units
    let surnames = Array("李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢")
    let given = Array("敏强丽伟静洋艳勇杰娟涛超霞平刚桂")
    var people = [
      Someone(account: "admin", name: "郑毅", mobile: "", posts: [Post(.administrator, at: nil)]),
      Someone(account: "finance", name: "梁静", mobile: "13800000001", posts: [Post(.finance, at: nil)]),
      Someone(account: "finance2", name: "宋涛", mobile: "", posts: [Post(.finance, at: nil)]),
    ]
    for (number, unit) in units.enumerated() {
      for (offset, kind) in [Post.Kind.handler, .reviewer].enumerated() {
        let index = number * 2 + offset
        let name = "\(surnames[index % surnames.count])\(given[(index * 5 + 3) % given.count])"
        let account = (kind == .handler ? "jb" : "sh") + unit.code
        people.append(Someone(account: account, name: name, mobile: "", posts: [Post(kind, at: unit.code)]))
      }
    }
    self.people = people
  }
}
