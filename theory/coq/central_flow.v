From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition variance (l1 l2 l3 s1 s2 s3 : R) : R :=
  (- 2) * (l1 * s1 + l2 * s2 + l3 * s3) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2).

Lemma equation : forall (l1 l2 l3 s1 s2 s3 : R), s1 ^ 2 + s2 ^ 2 + s3 ^ 2 <> 0 -> s1 * (l1 + variance l1 l2 l3 s1 s2 s3 / 2 * s1) + s2 * (l2 + variance l1 l2 l3 s1 s2 s3 / 2 * s2) + s3 * (l3 + variance l1 l2 l3 s1 s2 s3 / 2 * s3) = 0.
Proof.
  intros.
  change (s1 * (l1 + (- 2) * (l1 * s1 + l2 * s2 + l3 * s3) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) / 2 * s1) + s2 * (l2 + (- 2) * (l1 * s1 + l2 * s2 + l3 * s3) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) / 2 * s2) + s3 * (l3 + (- 2) * (l1 * s1 + l2 * s2 + l3 * s3) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) / 2 * s3) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (l1 l2 l3 s1 s2 s3 : R), s1 ^ 2 + s2 ^ 2 + s3 ^ 2 <> 0 -> s1 * (l1 + variance l1 l2 l3 s1 s2 s3 / 2 * s1) + s2 * (l2 + variance l1 l2 l3 s1 s2 s3 / 2 * s2) + s3 * (l3 + variance l1 l2 l3 s1 s2 s3 / 2 * s3) = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition variance (l1 l2 l3 s1 s2 s3 : R) : R :=
  (- 2) * (l1 * s1 + l2 * s2 + l3 * s3) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2).

Lemma equation : forall (l1 l2 l3 s1 s2 s3 : R), s1 ^ 2 + s2 ^ 2 + s3 ^ 2 <> 0 -> 0 < s1 ^ 2 + s2 ^ 2 + s3 ^ 2 -> l1 + variance l1 l2 l3 s1 s2 s3 / 2 * s1 = l1 - s1 / sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) * (l1 * s1 + l2 * s2 + l3 * s3) / sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2).
Proof.
  intros.
  try assert (P0 : 0 <= s1 ^ 2 + s2 ^ 2 + s3 ^ 2) by (nonneg).
  change (l1 + (- 2) * (l1 * s1 + l2 * s2 + l3 * s3) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) / 2 * s1 = l1 - s1 / sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) * (l1 * s1 + l2 * s2 + l3 * s3) / sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2)).
  assert (Q0 : (sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2)) ^ 2 = s1 ^ 2 + s2 ^ 2 + s3 ^ 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (l1 l2 l3 s1 s2 s3 : R), s1 ^ 2 + s2 ^ 2 + s3 ^ 2 <> 0 -> 0 < s1 ^ 2 + s2 ^ 2 + s3 ^ 2 -> l1 + variance l1 l2 l3 s1 s2 s3 / 2 * s1 = l1 - s1 / sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) * (l1 * s1 + l2 * s2 + l3 * s3) / sqrt (s1 ^ 2 + s2 ^ 2 + s3 ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem central_flow : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions central_flow.
