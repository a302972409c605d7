import PlanValues
import SeededNumbers
import Testing

@Suite struct CalendarDateTests {
  @Test func countsEveryDayOfTheCalendarOnce() throws {
    var expected: Int64 = -719_162
    for year in 1...9999 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          guard date.dayNumber == expected else {
            Issue.record("\(year)-\(month)-\(day) has number \(date.dayNumber), not \(expected)")
            return
          }
          let parts = date.components
          guard parts == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) comes back as \(parts)")
            return
          }
          expected += 1
        }
      }
    }
    #expect(expected == 2_932_897)
    #expect(CalendarDate.min.description == "0001-01-01")
    #expect(CalendarDate.max.description == "9999-12-31")
  }

  @Test func knowsLeapYears() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDate(buddhistYear: 2567, month: 2, day: 29) != nil)
    #expect(CalendarDate(buddhistYear: .min, month: 2, day: 29) == nil)
  }

  @Test(arguments: [
    "2025-13-01", "2025-00-10", "2025-06-31", "2025-6-1", "2025-06-1 ", " 2025-06-10", "2025/06/10",
    "20250610", "0000-01-01", "2025-06-10T00:00", "๒๐๒๕-๐๖-๑๐", "+025-06-10", "2025-06--1", "",
  ])
  func readsISOStrictly(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func readsISODays() {
    #expect(CalendarDate(iso: "1970-01-01")?.dayNumber == 0)
    #expect(CalendarDate(iso: "2025-06-25") == CalendarDate(year: 2025, month: 6, day: 25))
    #expect(CalendarDate(iso: "2025-06-25")?.weekday == 3)
    #expect(CalendarDate(iso: "0001-01-01")?.weekday == 1)
  }

  @Test(arguments: [
    ("2025-06-25", DateReading.Form.ce), (" 2025-06-25 ", .ce), ("๒๐๒๕-๐๖-๒๕", .ce),
    ("2568-06-25", .beTypedAsCE), ("๒๕๖๘-๐๖-๒๕", .beTypedAsCE),
    ("25 มิถุนายน 2568", .be), ("๒๕ มิ.ย. ๒๕๖๘", .be), ("25 มิ.ย 2568", .be), ("25 มิย 2568", .be),
    ("25มิถุนายน2568", .be), ("25 มิถุนายน พ.ศ. 2568", .be), ("25 มิถุนายน พ.ศ.2568", .be),
    ("วันที่ 25 เดือน มิถุนายน พ.ศ. 2568", .be), ("25/06/2568", .be), ("25/6/2568", .be),
    ("2568/06/25", .be),
    ("25-06-2568", .be), ("25 มิ.ย. 68", .beTwoDigits), ("๒๕ มิถุนายน ๖๘", .beTwoDigits),
    ("25 June 2025", .ceWritten), ("25 JUN. 2025", .ceWritten), ("25 มิถุนายน ค.ศ. 2025", .ceWritten),
    ("25 มิถุนายน 2025", .ceWritten), ("25/06/2025", .ceWritten), ("2025/6/25", .ceWritten),
    ("25 June 2568", .be),
  ])
  func tellsTheFormOfADate(text: String, form: DateReading.Form) throws {
    let reading = try #require(CalendarDate.read(text))
    #expect(reading.form == form)
    #expect(reading.date.description == "2025-06-25")
  }

  @Test(arguments: [
    "", "2568", "25 มิถุนายน", "31 มิถุนายน 2568", "29 ก.พ. 2568", "25 มิถุนา 2568", "25/06/68",
    "25/13/2568",
    "25/06-2568", "2568-02-29", "0/6/2568", "25 มิถุนายน 2568 น.", "125 มิ.ย. 2568", "25 มิ.ย. 12568",
    "25 Juno 2025", "25 June 25", "ก่อน 25 มิ.ย. 2568", "2568-13-01", "25\u{E48} มิ.ย. 2568",
    "25 มิถุนายน ค.ศ. 25",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDate.read(text) == nil)
  }

  @Test func readsTheLeapDayOfABuddhistYear() {
    #expect(CalendarDate.read("2567-02-29")?.date.description == "2024-02-29")
    #expect(CalendarDate.read("29 กุมภาพันธ์ 2567")?.date.description == "2024-02-29")
  }

  @Test func countsDays() throws {
    let date = try #require(CalendarDate(iso: "2025-09-30"))
    #expect(date.adding(days: 1)?.description == "2025-10-01")
    #expect(date.adding(days: -365)?.description == "2024-09-30")
    #expect(date.adding(days: .max) == nil)
    #expect(date.adding(days: .min) == nil)
    #expect(CalendarDate.max.adding(days: 1) == nil)
    #expect(date.days(until: try #require(CalendarDate(iso: "2025-10-30"))) == 30)
    #expect(CalendarDate.min.days(until: .max) == 3_652_058)
  }

  @Test func writesEveryStyle() throws {
    let date = try #require(CalendarDate(iso: "2025-06-05"))
    #expect(date.formatted(.iso) == "2025-06-05")
    #expect(date.formatted(.thai) == "5 มิถุนายน 2568")
    #expect(date.formatted(.thai, digits: .thai) == "๕ มิถุนายน ๒๕๖๘")
    #expect(date.formatted(.thaiShort) == "5 มิ.ย. 2568")
    #expect(date.formatted(.english) == "5 June 2025")
    #expect(date.formatted(.englishShort) == "5 Jun 2025")
  }

  @Test func readsBackEveryStyle() throws {
    var generator = SeededGenerator(seed: 44)
    let styles: [DateStyle] = [.iso, .thai, .thaiShort, .english, .englishShort]
    for _ in 0..<2_000 {
      // Up to 2400 C.E., so that no year looks Buddhist.
      let day = Int64.random(in: -25_000...150_000, using: &generator)
      let date = try #require(CalendarDate(dayNumber: day))
      for style in styles {
        #expect(CalendarDate.read(date.formatted(style))?.date == date)
        #expect(CalendarDate.read(date.formatted(style, digits: .thai))?.date == date)
      }
    }
  }
}

@Suite struct FiscalYearTests {
  @Test func runsFromOctoberToSeptember() throws {
    let year = try #require(FiscalYear(be: 2568))
    #expect(year.start.description == "2024-10-01")
    #expect(year.end.description == "2025-09-30")
    #expect(
      year.quarters.map(\.start.description) == [
        "2024-10-01", "2025-01-01", "2025-04-01", "2025-07-01",
      ]
    )
    #expect(
      year.quarters.map(\.end.description) == [
        "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30",
      ]
    )
    #expect(year.quarter(0) == nil)
    #expect(year.quarter(5) == nil)
    #expect(FiscalYear(be: 544) == nil)
    #expect(FiscalYear(be: .max) == nil)
    #expect(FiscalYear(be: .min) == nil)
    #expect(FiscalYear(be: 2567) ?? year < year)
  }

  @Test(arguments: [
    ("2024-09-30", 2567, 4), ("2024-10-01", 2568, 1), ("2024-12-31", 2568, 1),
    ("2025-01-01", 2568, 2),
    ("2025-09-30", 2568, 4), ("2025-10-01", 2569, 1),
  ])
  func holdsItsDays(day: String, be: Int, quarter: Int) throws {
    let date = try #require(CalendarDate(iso: day))
    let year = try #require(FiscalYear(containing: date))
    #expect(year.be == be)
    #expect(year.contains(date))
    #expect(year.quarter(containing: date)?.number == quarter)
    #expect(FiscalYear(be: be + 1)?.contains(date) == false)
    #expect(FiscalYear(be: be + 1)?.quarter(containing: date) == nil)
  }

  @Test(arguments: [
    ("2025-01-30", 30, []), ("2025-01-31", 30, [1]), ("2025-01-01", 0, [1]), ("2024-12-31", 0, []),
    ("2025-10-30", 30, [1, 2, 3]), ("2025-10-31", 30, [1, 2, 3, 4]),
  ])
  func countsAQuarterOnlyAfterItsGrace(asOf: String, grace: Int, expected: [Int]) throws {
    let year = try #require(FiscalYear(be: 2568))
    let date = try #require(CalendarDate(iso: asOf))
    #expect(year.quartersDue(asOf: date, graceDays: grace).map(\.number) == expected)
    #expect(year.isDue(asOf: date, graceDays: grace) == (expected.count == 4))
  }
}
