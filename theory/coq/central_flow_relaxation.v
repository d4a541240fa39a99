From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition variance (g alpha beta kappa : R) : R :=
  (- 2) * (- alpha + g * kappa) / (beta + kappa ^ 2).

Lemma equation : forall (g alpha beta kappa eta S : R), 0 < alpha -> 0 < beta -> 0 < eta -> 0 < S -> (- eta) * S * (g + variance g alpha beta kappa / 2 * kappa) = (- eta) * S / (1 + kappa ^ 2 / beta) * (g + 2 * alpha / beta * kappa / 2).
Proof.
  intros.
  try assert (P0 : beta + kappa ^ 2 <> 0) by (nonzero).
  try assert (P1 : beta <> 0) by (nonzero).
  try assert (P2 : 1 + kappa ^ 2 / beta <> 0) by (replace (1 + kappa ^ 2 / beta) with (1 + / beta * kappa ^ 2) by (field; conditions); nonzero).
  change ((- eta) * S * (g + (- 2) * (- alpha + g * kappa) / (beta + kappa ^ 2) / 2 * kappa) = (- eta) * S / (1 + kappa ^ 2 / beta) * (g + 2 * alpha / beta * kappa / 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (g alpha beta kappa eta S : R), 0 < alpha -> 0 < beta -> 0 < eta -> 0 < S -> (- eta) * S * (g + variance g alpha beta kappa / 2 * kappa) = (- eta) * S / (1 + kappa ^ 2 / beta) * (g + 2 * alpha / beta * kappa / 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (alpha beta kappa : R), 0 < alpha -> 0 < beta -> 2 * alpha / (beta + kappa ^ 2) / (2 * alpha / beta) = 1 / (1 + kappa ^ 2 / beta).
Proof.
  intros.
  try assert (P0 : beta + kappa ^ 2 <> 0) by (nonzero).
  try assert (P1 : beta <> 0) by (nonzero).
  try assert (P2 : alpha <> 0) by (nonzero).
  try assert (P3 : 1 + kappa ^ 2 / beta <> 0) by (replace (1 + kappa ^ 2 / beta) with (1 + / beta * kappa ^ 2) by (field; conditions); nonzero).
  change (2 * alpha / (beta + kappa ^ 2) / (2 * alpha / beta) = 1 / (1 + kappa ^ 2 / beta)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta kappa : R), 0 < alpha -> 0 < beta -> 2 * alpha / (beta + kappa ^ 2) / (2 * alpha / beta) = 1 / (1 + kappa ^ 2 / beta)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem central_flow_relaxation : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions central_flow_relaxation.
