import Catalogues
import Diagnostics
import RuleModel
import Submissions

extension Skeleton {
  /// A folder of rules of one's own: a rule, its case file, a README and what a CI runs.
  ///
  /// Kinds, catalogues and parameters are those of the folder of rules in use.
  public static func pack(
    _ request: RuleRequest,
    in workspace: Workspace
  ) throws(DiagnosticError) -> Skeleton {
    let rule = try RuleSkeleton(request, in: workspace)
    let cases = """
      # กรณีทดสอบของเกณฑ์: เรื่อง (แฟ้มหรือข้อมูล) และผลที่ต้องได้ของแต่ละเกณฑ์
      krong: 1
      cases:
        - name: เรื่องที่ยังขาด
          expect:
            \(request.id): fail
          submission: \(rule.failingSubmission)
      as_of: 2026-07-15

      """
    return Skeleton(
      files: [
        OutputFolder.File(name: "Rules/\(request.id).yaml", text: rule.text),
        OutputFolder.File(name: "Rules/\(request.id).test.yaml", text: cases),
        OutputFolder.File(name: "README.md", text: readme),
        OutputFolder.File(name: ".pre-commit-config.yaml", text: preCommit),
        OutputFolder.File(name: ".github/workflows/rules.yml", text: workflow),
        OutputFolder.File(name: ".gitlab-ci.yml", text: gitLab),
      ],
      next: LocalizedText(
        th: "เข้าไปในโฟลเดอร์แล้วสั่ง krong lint Rules และ krong test Rules",
        en: "in the folder run krong lint Rules and krong test Rules"
      )
    )
  }

  private static let readme = """
    # ชุดเกณฑ์ของสำนักงาน

    เกณฑ์หนึ่งข้อต่อหนึ่งแฟ้มใน `Rules/` แฟ้ม `.test.yaml` ข้างเกณฑ์คือกรณีทดสอบ
    ประเภทเรื่อง ทะเบียน และพารามิเตอร์มาจากชุดเกณฑ์ของโปรแกรม ระบุชุดอื่นด้วย `--rules`

    ```sh
    krong lint Rules                    # แฟ้มเกณฑ์ถูกต้องหรือไม่
    krong test Rules --require-tests    # ตัวอย่างและกรณีทดสอบได้ผลตามที่ระบุหรือไม่
    krong test Rules --mutate           # ถ้าเกณฑ์ผิด การทดสอบจับได้หรือไม่
    krong schema -o schemas             # ให้โปรแกรมแก้ไขข้อความเติมและตรวจคีย์
    krong docs -o book                  # คู่มือเกณฑ์ตรวจ
    ```

    เมื่อพร้อมใช้ คัดลอกแฟ้มใน `Rules/` ไปไว้ในชุดเกณฑ์ที่ใช้ตรวจ

    """

  /// The hooks of pre-commit.
  static let preCommit = """
    # krong ต้องอยู่ใน PATH (krong must be on the PATH)
    repos:
      - repo: local
        hooks:
          - id: krong-lint
            name: krong lint
            language: system
            entry: krong lint Rules
            files: ^Rules/.*\\.ya?ml$
            pass_filenames: false
          - id: krong-test
            name: krong test
            language: system
            entry: krong test Rules --require-tests
            files: ^Rules/.*\\.ya?ml$
            pass_filenames: false

    """

  /// A workflow of GitHub Actions: annotations on the change, SARIF for code scanning.
  static let workflow = """
    # KRONG_IMAGE คืออิมเมจที่มี krong ใน PATH (an image with krong on the PATH)
    name: rules
    on: [push, pull_request]
    permissions:
      contents: read
      security-events: write
    jobs:
      rules:
        runs-on: ubuntu-latest
        container: ${{ vars.KRONG_IMAGE }}
        steps:
          - uses: actions/checkout@v4
          - name: lint
            run: krong lint Rules --format github --output sarif=lint.sarif
          - name: upload
            if: always()
            uses: github/codeql-action/upload-sarif@v3
            with:
              sarif_file: lint.sarif
              category: krong-lint
          - name: test
            run: krong test Rules --require-tests --coverage --output junit=test.xml --output html=coverage.html

    """

  /// A job of GitLab: JUnit reports on the merge request.
  static let gitLab = """
    # KRONG_IMAGE คืออิมเมจที่มี krong ใน PATH (an image with krong on the PATH)
    rules:
      image: $KRONG_IMAGE
      script:
        - krong lint Rules --output junit=lint.xml
        - krong test Rules --require-tests --output junit=test.xml
      artifacts:
        when: always
        reports:
          junit: [lint.xml, test.xml]

    """
}
