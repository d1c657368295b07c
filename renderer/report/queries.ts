import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReportChoice, ReportPlan } from '#domain/contract/report.ts';
import { runJob } from '../bridge/run-job.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function useReportTemplates() {
  return useQuery({ queryKey: keys.reportTemplates, queryFn: () => send('reportTemplate.list', {}) });
}

/** How long nothing is changed before a preview is made, in ms. */
const REST = 150;

/** The beginning of the report; while another is made, the one before stays in sight. */
export function useReportPreview(choice: ReportChoice, plan: ReportPlan) {
  return useQuery({
    queryKey: keys.reportPreview({ choice, plan }),
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, REST));
      signal.throwIfAborted();
      return await runJob('report.preview', { choice, plan }, { signal });
    },
    enabled: plan.sections.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
