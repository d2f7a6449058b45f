import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import type { SelectOption } from "#app/components/ui/select-field.tsx";
import { fromFields, rowCount } from "#app/domain/rubric/form.ts";
import {
  comparisons,
  noFigureReasons,
  type Rule,
  ruleSchema,
  ruleTests,
} from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { comparisonLabels, ruleSentence, targetLabels, testLabels } from "#app/i18n/rubric.ts";
import { type FormState, fieldProps, tickProps } from "./form-state.ts";
import { AddButton, RowButtons } from "./row-buttons.tsx";
import { optionsOf, SmallSelect, SmallText } from "./small-field.tsx";
