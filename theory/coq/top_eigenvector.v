From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition S (a b c : R) : R :=
  (a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2).

Lemma equation : forall (a b c : R), a * (S a b c - c) + b * b = S a b c * (S a b c - c).
Proof.
  intros.
  try assert (P0 : 0 <= ((a - c) / 2) ^ 2 + b ^ 2) by (replace (((a - c) / 2) ^ 2 + b ^ 2) with (b ^ 2 + 1 / 4 * (a + (- 1) * c) ^ 2) by (field; conditions); nonneg).
  change (a * ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) + b * b = ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2)) * ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c)).
  assert (r0 : exists r, sqrt (((a - c) / 2) ^ 2 + b ^ 2) = r / (4) /\ r ^ 2 = (4) * (4 * b ^ 2 + (a + (- 1) * c) ^ 2)).
  { exists ((4) * sqrt (((a - c) / 2) ^ 2 + b ^ 2)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((4) * sqrt (((a - c) / 2) ^ 2 + b ^ 2)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c : R), a * (S a b c - c) + b * b = S a b c * (S a b c - c)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition S (a b c : R) : R :=
  (a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2).

Lemma equation : forall (a b c : R), b * (S a b c - c) + c * b = S a b c * b.
Proof.
  intros.
  try assert (P0 : 0 <= ((a - c) / 2) ^ 2 + b ^ 2) by (replace (((a - c) / 2) ^ 2 + b ^ 2) with (b ^ 2 + 1 / 4 * (a + (- 1) * c) ^ 2) by (field; conditions); nonneg).
  change (b * ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) + c * b = ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2)) * b).
  assert (r0 : exists r, sqrt (((a - c) / 2) ^ 2 + b ^ 2) = r / (4) /\ r ^ 2 = (4) * (4 * b ^ 2 + (a + (- 1) * c) ^ 2)).
  { exists ((4) * sqrt (((a - c) / 2) ^ 2 + b ^ 2)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((4) * sqrt (((a - c) / 2) ^ 2 + b ^ 2)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c : R), b * (S a b c - c) + c * b = S a b c * b).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition S (a b c : R) : R :=
  (a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2).

Lemma equation : forall (a b c : R), (- a) * b + b * (S a b c - c) = (- (a + c - S a b c)) * b.
Proof.
  intros.
  try assert (P0 : 0 <= ((a - c) / 2) ^ 2 + b ^ 2) by (replace (((a - c) / 2) ^ 2 + b ^ 2) with (b ^ 2 + 1 / 4 * (a + (- 1) * c) ^ 2) by (field; conditions); nonneg).
  change ((- a) * b + b * ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) = (- (a + c - ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2)))) * b).
  assert (r0 : exists r, sqrt (((a - c) / 2) ^ 2 + b ^ 2) = r / (4) /\ r ^ 2 = (4) * (4 * b ^ 2 + (a + (- 1) * c) ^ 2)).
  { exists ((4) * sqrt (((a - c) / 2) ^ 2 + b ^ 2)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((4) * sqrt (((a - c) / 2) ^ 2 + b ^ 2)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c : R), (- a) * b + b * (S a b c - c) = (- (a + c - S a b c)) * b).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Theorem top_eigenvector : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions top_eigenvector.
