import { type GuideStep, guidePicture } from "#app/i18n/guides.ts";

/** The steps of a guide, numbered, each with a picture of the page it speaks of. */
export function GuideSteps({ steps }: { steps: readonly GuideStep[] }) {
  return (
    <ol className="space-y-10">
      {steps.map((step, index) => (
        <li
          key={step.picture}
          className="grid gap-x-8 gap-y-3 break-inside-avoid lg:grid-cols-[20rem_1fr]"
        >
          <div>
            <h2 className="flex gap-3 text-std-20B-150">
              <span
                aria-hidden="true"
                className="grid size-8 shrink-0 place-content-center rounded-full bg-blue-900 text-dns-16B-130 text-white print:border print:bg-white print:text-black"
              >
                {index + 1}
              </span>
              <span>
                <span className="sr-only">手順{index + 1}：</span>
                {step.title}
              </span>
            </h2>
            <p className="mt-2 text-std-16N-170 lg:pl-11">{step.text}</p>
          </div>
          <img
            src={`/guides/${step.picture}.webp`}
            alt={step.alt}
            width={guidePicture.width}
            height={guidePicture.height}
            decoding="async"
            className="h-auto w-full rounded-8 border border-solid-gray-420"
          />
        </li>
      ))}
    </ol>
  );
}
