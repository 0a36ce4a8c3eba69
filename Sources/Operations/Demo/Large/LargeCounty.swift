import Evaluation

/// A fictional county of any size, the same for the same seed: departments with the institutions that belong to them,
/// special funds, every stage of the year, and faults in a share of the filings.
public struct LargeCounty: Sendable {
  /// How many units and, over all of them, how many project sheets.
  public let units: Int
  public let projects: Int
  /// Of a thousand filings, how many are wrong somewhere.
  public let faultsPerThousand: Int
  /// The same seed makes the same county.
  public let seed: UInt64

  public init(units: Int, projects: Int, faultsPerThousand: Int, seed: UInt64) {
    self.units = units
    self.projects = projects
    self.faultsPerThousand = faultsPerThousand
    self.seed = seed
  }

  /// Departments are counted by hundreds of their codes.
  public static let mostUnits = 800

  /// What `MakeDemo` makes of it.
  public var plan: DemoPlan {
    var random = DemoRandom(seed: seed)
    let heads = departments(&random)
    let funds = spread(over: heads.flatMap { $0 }.count, &random)
    let count = heads.reduce(0) { $0 + $1.count }
    let faulty = Set(Array(0..<count).shuffled(using: &random).prefix(faultCount(of: count)))
    var faults = DemoFault.allCases.shuffled(using: &random)
    var number = 0
    var made: [DemoPlan.Unit] = []
    for department in heads {
      let first = number
      var isFinished = true
      var own: [DemoPlan.Unit] = []
      // The institutions first: their department waits for them.
      for (place, named) in department.enumerated().reversed() {
        let index = first + place
        let content = DemoContent.plain(
          named.story, funds: named.funds(funds[index], seed &+ UInt64(index)), seed: seed &+ UInt64(index))
        var fault: DemoFault?
        if faulty.contains(index), let fitting = faults.firstIndex(where: { $0.fits(content) }) {
          fault = faults.remove(at: fitting)
          if faults.isEmpty { faults = DemoFault.allCases.shuffled(using: &random) }
        }
        let waits = place == 0 && !isFinished
        let goal = fault != nil ? .drafting : waits ? .notStarted : Self.goal(place == 0, &random)
        // What waits cannot be filled in, so nothing is wrong in it.
        if waits { fault = nil }
        isFinished = isFinished && goal == .done
        own.append(
          .init(code: named.code, name: named.name, goal: waits ? .notStarted : goal, content: content, fault: fault))
      }
      made += own.reversed()
      number += department.count
    }
    return DemoPlan(units: made)
  }

  /// At least one where any are wanted.
  private func faultCount(of count: Int) -> Int {
    faultsPerThousand == 0 ? 0 : max(1, (count * faultsPerThousand + 500) / 1_000)
  }

  /// Most are done by the end of the year; some are on their way.
  private static func goal(_ isLead: Bool, _ random: inout DemoRandom) -> DemoPlan.Goal {
    switch random.amount(0...99) {
    case 0...69: .done
    case 70...81: isLead ? .financeReview : .departmentReview
    case 82...88: .unitReview
    case 89...91: .returned
    case 92...96: .drafting
    default: .notStarted
    }
  }

  /// One named unit and what it is for.
  struct Named: Sendable {
    let code: String
    let name: String
    let field: LargeField

    var story: DemoStory { field.story(of: name) }

    func funds(_ count: Int, _ seed: UInt64) -> [DemoFund] {
      var random = DemoRandom(seed: seed &* 31 &+ 7)
      return field.objects.shuffled(using: &random).prefix(count).map { DemoFund(object: $0, &random) }
    }
  }

  /// Every department with its institutions behind it, as many units as were asked for.
  private func departments(_ random: inout DemoRandom) -> [[Named]] {
    var left = max(1, min(units, Self.mostUnits))
    var departments: [[Named]] = []
    var number = 0
    while left > 0 {
      let field = LargeField.all[number % LargeField.all.count]
      let round = number / LargeField.all.count
      let code = 101 + number
      let size = min(left, 1 + random.amount(0...min(4, field.institutions.count)))
      let names = [field.department] + field.institutions.prefix(size - 1)
      departments.append(
        names.enumerated().map { place, name in
          let ending = place + 1 < 10 ? "00\(place + 1)" : "0\(place + 1)"
          return Named(code: "\(code)\(ending)", name: LargeField.county(round) + name, field: field)
        })
      left -= size
      number += 1
    }
    return departments
  }

  /// How many special funds each unit has; some have none, none has more than its field knows.
  private func spread(over count: Int, _ random: inout DemoRandom) -> [Int] {
    var funds = Array(repeating: 0, count: count)
    var left = min(projects, count * LargeField.mostObjects)
    while left > 0 {
      let unit = random.amount(0...(count - 1))
      // A tenth of the units never has any.
      guard unit % 10 != 9 || count < 10, funds[unit] < LargeField.mostObjects else { continue }
      funds[unit] += 1
      left -= 1
      if funds.enumerated().allSatisfy({ $0.element >= LargeField.mostObjects || $0.offset % 10 == 9 }) { break }
    }
    return funds
  }
}

extension DemoFund {
  /// A fund for an object, with plausible figures.
  fileprivate init(object: LargeField.Object, _ random: inout DemoRandom) {
    let target = random.amount(8...60)
    self.init(
      name: "\(object.name)专项资金", amount: demoAmount(random.amount(800...40_000)), object: "\(object.name)数量",
      target: "\(target)\(object.measure)", actual: "\(target + random.amount(0...2))\(object.measure)",
      finished: "2024年\(random.amount(9...12))月\(random.amount(1...28))日", awareness: "\(random.amount(86...95))%",
      satisfaction: "\(random.amount(91...98))%", shortfall: .usual(target))
  }
}
