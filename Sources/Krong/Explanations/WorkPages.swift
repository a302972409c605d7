import Catalogues
import Diagnostics

/// What the codes of the outermost layer mean: folders, options, outputs.
enum WorkPages {
  static let all: [CodeExplanation] = folders + outputs + options

  private static let folders: [CodeExplanation] = [
    CodeExplanation(
      .folderTooLarge,
      title: LocalizedText(th: "โฟลเดอร์ใหญ่เกินไป", en: "a folder that is too large"),
      text: LocalizedText(
        th: "โฟลเดอร์ซ้อนกันลึกหรือมีแฟ้มมากเกินกว่าที่ควรเป็น อาจระบุโฟลเดอร์ผิด ระบุโฟลเดอร์ย่อยที่ต้องการ",
        en:
          "Folders nest too deep or hold too many files; probably another folder was meant. Name a "
          + "smaller one."
      ),
      example: "krong check inbox/2569/"
    ),
    CodeExplanation(
      .rulesIncomplete,
      title: LocalizedText(th: "ไม่ใช่ชุดเกณฑ์ตรวจ", en: "not a folder of rules"),
      text: LocalizedText(
        th: "ชุดเกณฑ์ตรวจต้องมี kinds/envelope.yaml และ catalogues/ "
          + "เกณฑ์ที่อยู่นอกชุดตรวจได้ด้วยคำสั่งในตัวอย่าง",
        en:
          "A folder of rules has kinds/envelope.yaml and catalogues/. Rules outside it are looked "
          + "at as in the example."
      ),
      example: "krong lint new-rule.yaml --rules Rules"
    ),
    CodeExplanation(
      .noSubmissions,
      title: LocalizedText(th: "ไม่มีเรื่องในโฟลเดอร์", en: "a folder without submissions"),
      text: LocalizedText(
        th: "โฟลเดอร์ที่ระบุไม่มีแฟ้มของเรื่อง (.yaml .yml .json .ndjson .jsonl) "
          + "ไม่นับแฟ้มที่ชื่อขึ้นต้นด้วยจุด และแฟ้มของการทดสอบที่ชื่อลงท้าย .expected.yaml หรือ .test.yaml "
          + "ตรวจชื่อโฟลเดอร์ แฟ้มเดียวที่มีชื่อเช่นนั้นตรวจได้โดยระบุชื่อ",
        en: "The folder holds no submission (.yaml .yml .json .ndjson .jsonl). Files whose names "
          + "begin with a point do not count, nor do files of tests that end in .expected.yaml or "
          + ".test.yaml. Check the name of the folder; a single file of such a name is checked when "
          + "it is named itself."
      ),
      example: "krong check inbox/"
    ),
    CodeExplanation(
      .rulesNotFound,
      title: LocalizedText(th: "ไม่พบชุดเกณฑ์ตรวจ", en: "the rules were not found"),
      text: LocalizedText(
        th: "ไม่มีโฟลเดอร์ Rules ในโฟลเดอร์ปัจจุบันและข้างตัวโปรแกรม ระบุโฟลเดอร์ด้วย --rules",
        en: "There is no folder Rules here, nor beside the program. Name it with --rules."
      ),
      example: "krong check plan.yaml --rules ../krong/Rules"
    ),
    CodeExplanation(
      .tooManySubmissions,
      title: LocalizedText(th: "เรื่องมากเกินไป", en: "too many submissions"),
      text: LocalizedText(
        th: "ตรวจครั้งเดียวรับเรื่องได้จำนวนจำกัด แฟ้มตั้งแต่แฟ้มที่ระบุยังไม่ได้ตรวจ "
          + "ผลของแฟ้มก่อนหน้ายังใช้ได้ แบ่งตรวจหลายครั้ง",
        en:
          "One check takes a limited number of submissions. The files from the one that is named on "
          + "were not checked; the results of those before it stand. Check them in several runs."
      ),
      example: "krong check inbox/2568/\nkrong check inbox/2569/"
    ),
  ]

  private static let outputs: [CodeExplanation] = [
    CodeExplanation(
      .outputNotWritten,
      title: LocalizedText(th: "เขียนผลลัพธ์ไม่ได้", en: "an output could not be written"),
      text: LocalizedText(
        th: "แฟ้มเดิมยังอยู่ครบ ไม่มีแฟ้มที่เขียนค้างไว้ ตรวจสิทธิ์การเขียนในโฟลเดอร์และพื้นที่ว่าง แล้วสั่งใหม่",
        en: "A file that was there is as it was, and nothing is left half-written. Check the "
          + "permission to write in the folder and the space left, then try again."
      ),
      example: "krong check plan.yaml --output json=result.json"
    ),
    CodeExplanation(
      .outputIsDirectory,
      title: LocalizedText(th: "ชื่อผลลัพธ์เป็นโฟลเดอร์", en: "an output with the name of a folder"),
      text: LocalizedText(
        th: "ชื่อแฟ้มผลลัพธ์เป็นชื่อของโฟลเดอร์ที่มีอยู่ ระบุชื่อแฟ้มในโฟลเดอร์นั้น",
        en: "The output has the name of a folder that exists. Name a file in it."
      ),
      example: "krong check plan.yaml --output json=results/plan.json"
    ),
    CodeExplanation(
      .outputExists,
      title: LocalizedText(th: "มีแฟ้มนี้อยู่แล้ว", en: "a file that exists already"),
      text: LocalizedText(
        th: "krong init และ krong template ไม่เขียนทับแฟ้มที่มีอยู่ และเมื่อมีแฟ้มใดอยู่แล้วจะไม่เขียนแฟ้มใดเลย "
          + "ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมไปก่อน",
        en:
          "`krong init` and `krong template` never replace a file, and when one of their files exists "
          + "they write none. Choose another name, or move the old file away."
      ),
      example: "krong init rule J02-CMP-090 --kind annual-action-plan -o Rules/completeness"
    ),
    CodeExplanation(
      .outputIsInput,
      title: LocalizedText(th: "ผลลัพธ์ทับแฟ้มที่อ่าน", en: "an output over an input"),
      text: LocalizedText(
        th: "ชื่อแฟ้มผลลัพธ์เป็นแฟ้มที่คำสั่งนี้อ่านเข้ามา เช่น เรื่องที่ตรวจ เกณฑ์ หรือรายงานเดิม จึงไม่เขียนสิ่งใด "
          + "ใช้ชื่ออื่นสำหรับผลลัพธ์",
        en: "The output names a file that the command has read: the submission, a rule, an earlier "
          + "report. Nothing was written. Choose another name for the output."
      ),
      example: "krong annotate plan.xlsx -o plan.marked.xlsx"
    ),
    CodeExplanation(
      .noSkeleton,
      title: LocalizedText(th: "สร้างโครงร่างไม่ได้", en: "a skeleton that cannot be made"),
      text: LocalizedText(
        th: "โครงร่างของเกณฑ์ต้องมีช่องข้อมูลชนิดที่ข้อตรวจใช้ในประเภทเรื่องนั้น เลือกข้อตรวจอื่นหรือประเภทเรื่องอื่น "
          + "ดูช่องข้อมูลของประเภทเรื่องด้วย krong init submission รหัสที่ตั้งต้องถูกรูปแบบด้วย",
        en: "The skeleton of a rule needs a field of the sort that its check looks at in that kind "
          + "of submission. Choose another check or kind; `krong init submission` shows the "
          + "fields of a kind. Ids must be well formed too."
      ),
      example: "krong init rule J02-CMP-090 --kind annual-action-plan --check present"
    ),
    CodeExplanation(
      .exampleFails,
      title: LocalizedText(th: "ตัวอย่างไม่เป็นไปตามที่ระบุ", en: "an example that came out otherwise"),
      text: LocalizedText(
        th: "ผลของเกณฑ์กับตัวอย่างนี้ต่างจากที่ตัวอย่างระบุไว้ แก้เกณฑ์ หรือแก้ตัวอย่างถ้าตัวอย่างเขียนไว้ผิด",
        en: "The rule makes something else of this example than it states. Mend the rule, or the "
          + "example if that is what is wrong."
      ),
      example: "krong test Rules"
    ),
    CodeExplanation(
      .ruleUntested,
      title: LocalizedText(th: "เกณฑ์ที่ไม่มีการทดสอบ", en: "a rule without tests"),
      text: LocalizedText(
        th: "เมื่อสั่งด้วย --require-tests ทุกเกณฑ์ต้องมีตัวอย่างในแฟ้ม หรือมีกรณีทดสอบที่ระบุผลของเกณฑ์นั้น",
        en:
          "With --require-tests every rule needs an example of its own or a case that states what "
          + "comes of it."
      ),
      example: "krong test Rules --require-tests"
    ),
    CodeExplanation(
      .nothingToTest,
      title: LocalizedText(th: "ไม่มีสิ่งใดให้ทดสอบ", en: "nothing to test"),
      text: LocalizedText(
        th: "ไม่มีตัวอย่างหรือกรณีทดสอบที่ตรงกับ --filter หรือแฟ้มที่ระบุ จึงไม่ได้ทดสอบอะไร "
          + "ตรวจรหัสเกณฑ์หรือชื่อที่ระบุ",
        en: "No example and no case matches --filter or the files that are named, so nothing was "
          + "tested. Check the id or the name."
      ),
      example: "krong test Rules --filter J02-CMP"
    ),
  ]

  private static let options: [CodeExplanation] = [
    CodeExplanation(
      .unknownStageOption,
      title: LocalizedText(th: "ไม่มีสถานะนี้", en: "no such stage"),
      text: LocalizedText(
        th: "ค่าของ --stage ไม่ใช่รหัสสถานะของเรื่อง ข้อความแจ้งบอกสถานะทั้งหมดที่มี เลือกหนึ่งสถานะ",
        en:
          "The value of --stage is not the code of a stage. The message names all of them; choose one."
      ),
      example: "krong check plan.yaml --stage submitted"
    ),
    CodeExplanation(
      .invalidOption,
      title: LocalizedText(th: "ค่าของตัวเลือกใช้ไม่ได้", en: "a value that an option cannot use"),
      text: LocalizedText(
        th: "อ่านค่าของตัวเลือกไม่ได้ ข้อความแจ้งบอกรูปแบบที่ใช้ เช่น วันที่เป็นปี ค.ศ. แบบ ปปปป-ดด-วว",
        en:
          "The value of an option cannot be read. The message says how it is written, such as dates "
          + "in C.E. as yyyy-mm-dd."
      ),
      example: "krong check plan.yaml --as-of 2025-11-05"
    ),
    CodeExplanation(
      .nothingOfThatName,
      title: LocalizedText(th: "ไม่มีเกณฑ์หรือรหัสนี้", en: "nothing of that name"),
      text: LocalizedText(
        th: "ไม่มีเกณฑ์หรือรหัสตามชื่อที่ให้อธิบาย ดูรหัสทั้งหมดด้วยคำสั่งในตัวอย่าง",
        en:
          "No rule and no code has the name that was to be explained. The example lists the rules."
      ),
      example: "krong list rules"
    ),
    CodeExplanation(
      .reportOutdated,
      title: LocalizedText(th: "รายงานไม่ตรงกับแฟ้มปัจจุบัน", en: "a report that is out of date"),
      text: LocalizedText(
        th: "การอธิบายข้อค้นพบต้องตรวจเรื่องซ้ำ จึงต้องมีแฟ้มเรื่อง เกณฑ์ และค่าที่กำหนดชุดเดียวกับตอนทำรายงาน "
          + "ข้อความแจ้งบอกว่าสิ่งใดเปลี่ยนไป ตรวจใหม่แล้วอธิบายจากรายงานใหม่",
        en: "To explain a finding its submission is judged again, with the file, the rules and the "
          + "settings that the report was made with. The message names what has changed: check again, "
          + "and explain from the new report."
      ),
      example: "krong check plan.yaml --output json=report.json\nkrong explain report.json 1"
    ),
    CodeExplanation(
      .rulesNotJudged,
      title: LocalizedText(th: "เกณฑ์ที่ยังไม่ได้ตรวจ", en: "rules that were not looked at"),
      text: LocalizedText(
        th: "ประเภทเรื่องหรือค่ากลางมีข้อผิดพลาด เกณฑ์ที่อาศัยแฟ้มนั้นจึงยังตรวจไม่ได้ ส่วนเกณฑ์อื่นตรวจแล้ว "
          + "แก้แฟ้มนั้น แล้วตรวจใหม่",
        en:
          "A kind or the shared parameters hold errors, so rules that build on them cannot be judged "
          + "yet; the others were. Mend the file and run it again."
      ),
      example: "krong lint Rules"
    ),
  ]
}
