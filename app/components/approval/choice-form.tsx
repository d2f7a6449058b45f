import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";

/** Whether figures leave the organisation only after a decision in it. */
export function ChoiceForm({
  requiresApproval,
  mayChoose,
}: {
  requiresApproval: boolean;
  mayChoose: boolean;
}) {
  if (!mayChoose)
    return (
      <p>
        {requiresApproval
          ? "幹事団体への提出の前に、団体内の決裁を求めています。"
          : "幹事団体への提出に、団体内の決裁を求めていません。"}
        設定の変更は、決裁の役割を持つ人が行います。
      </p>
    );
  return (
    <form method="post" className="space-y-4">
      <RadioGroup
        id="requiresApproval"
        name="requiresApproval"
        label="提出前の決裁"
        labelHidden
        defaultValue={requiresApproval ? "yes" : "no"}
        options={[
          {
            value: "yes",
            label: "決裁を求める",
            support:
              "担当者が入力した報告は、起案した本人以外の決裁を経て、幹事団体に提出されます。",
          },
          {
            value: "no",
            label: "決裁を求めない",
            support:
              "担当者が、直接、幹事団体に提出します。すでに起案されている報告は、引き続き決裁できます。",
          },
        ]}
      />
      <Button name="intent" value="choose">
        設定を保存する
      </Button>
    </form>
  );
}
