/** All rules, in the order in which lists show them. */
import type { Rule } from '../dataset/rule.ts';
import { aliasAsReference } from './alias-as-reference.ts';
import { ambiguousAlias } from './ambiguous-alias.ts';
import { anachronisticName } from './anachronistic-name.ts';
import { anachronisticOrganization } from './anachronistic-organization.ts';
import { badDate } from './bad-date.ts';
import { bodyNotEstablished } from './body-not-established.ts';
import { bodyOfOtherOrganization } from './body-of-other-organization.ts';
import { chairNotMember } from './chair-not-member.ts';
import { chairmanshipGap } from './chairmanship-gap.ts';
import { chairmanshipOverlap } from './chairmanship-overlap.ts';
import { cityInTwoStates } from './city-in-two-states.ts';
import { decisionMismatch } from './decision-mismatch.ts';
import { documentAdoptionMismatch } from './document-adoption-mismatch.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateProposal } from './duplicate-proposal.ts';
import { duplicateSummit } from './duplicate-summit.ts';
import { formerIdReference } from './former-id-reference.ts';
import { handoverMismatch } from './handover-mismatch.ts';
import { historyOutOfOrder } from './history-out-of-order.ts';
import { hostNotMember } from './host-not-member.ts';
import { idFileMismatch } from './id-file-mismatch.ts';
import { intervalReversed } from './interval-reversed.ts';
import { levelBodyMismatch } from './level-body-mismatch.ts';
import { membershipOverlap } from './membership-overlap.ts';
import { missingMember } from './missing-member.ts';
import { mixedScript } from './mixed-script.ts';
import { officeNotHeld } from './office-not-held.ts';
import { onlineWithPlace } from './online-with-place.ts';
import { ordinalOutsideSeries } from './ordinal-outside-series.ts';
import { ordinalSequence } from './ordinal-sequence.ts';
import { overpreciseDate } from './overprecise-date.ts';
import { participantNotMember } from './participant-not-member.ts';
import { participantRole } from './participant-role.ts';
import { personStateMismatch } from './person-state-mismatch.ts';
import { placeFromDateline } from './place-from-dateline.ts';
import { proposalOutsideSummit } from './proposal-outside-summit.ts';
import { proposerAbsent } from './proposer-absent.ts';
import { proposerNotMember } from './proposer-not-member.ts';
import { quoteNotFound } from './quote-not-found.ts';
import { referenceCycle } from './reference-cycle.ts';
import { reusedId } from './reused-id.ts';
import { rotationBroken } from './rotation-broken.ts';
import { schema } from './schema.ts';
import { sharedAlias } from './shared-alias.ts';
import { singleWire } from './single-wire.ts';
import { sourceBeforeEvent } from './source-before-event.ts';
import { staleStatus } from './stale-status.ts';
import { statusNotLatest } from './status-not-latest.ts';
import { summitChairMismatch } from './summit-chair-mismatch.ts';
import { targetBeforeProposal } from './target-before-proposal.ts';
import { uncited } from './uncited.ts';
import { unknownReference } from './unknown-reference.ts';
import { unmarkedInference } from './unmarked-inference.ts';
import { unprovenAdoption } from './unproven-adoption.ts';
import { unquotedScalar } from './unquoted-scalar.ts';
import { unresolvedConflict } from './unresolved-conflict.ts';
import { unresolvedRelativeDate } from './unresolved-relative-date.ts';
import { unusedException } from './unused-exception.ts';
import { wrongKindReference } from './wrong-kind-reference.ts';
import { yaml11Value } from './yaml-1-1-value.ts';
import { yamlSyntax } from './yaml-syntax.ts';

export const rules: readonly Rule[] = [
  yamlSyntax,
  duplicateKey,
  schema,
  badDate,
  unquotedScalar,
  yaml11Value,
  mixedScript,
  unknownReference,
  wrongKindReference,
  aliasAsReference,
  ambiguousAlias,
  formerIdReference,
  duplicateId,
  reusedId,
  idFileMismatch,
  sharedAlias,
  unusedException,
  referenceCycle,
  hostNotMember,
  participantNotMember,
  participantRole,
  missingMember,
  proposerNotMember,
  proposerAbsent,
  anachronisticOrganization,
  anachronisticName,
  chairmanshipOverlap,
  chairmanshipGap,
  chairNotMember,
  handoverMismatch,
  rotationBroken,
  decisionMismatch,
  summitChairMismatch,
  membershipOverlap,
  officeNotHeld,
  personStateMismatch,
  bodyOfOtherOrganization,
  intervalReversed,
  proposalOutsideSummit,
  targetBeforeProposal,
  sourceBeforeEvent,
  staleStatus,
  overpreciseDate,
  unmarkedInference,
  unresolvedRelativeDate,
  historyOutOfOrder,
  statusNotLatest,
  unprovenAdoption,
  documentAdoptionMismatch,
  bodyNotEstablished,
  ordinalSequence,
  ordinalOutsideSeries,
  levelBodyMismatch,
  duplicateSummit,
  duplicateProposal,
  uncited,
  singleWire,
  unresolvedConflict,
  quoteNotFound,
  placeFromDateline,
  cityInTwoStates,
  onlineWithPlace,
];
