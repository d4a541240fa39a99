From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Lemma equation : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> L x z eta alpha beta - L 0 z eta alpha beta = x ^ 2 / eta + sqrt beta * z * x ^ 2 / 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 <= beta) by (nonneg).
  try assert (P2 : 0 < beta) by (pos).
  change ((2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z - ((2 / eta + sqrt beta * z) * 0 ^ 2 / 2 - alpha / sqrt beta * z) = x ^ 2 / eta + sqrt beta * z * x ^ 2 / 2).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> L x z eta alpha beta - L 0 z eta alpha beta = x ^ 2 / eta + sqrt beta * z * x ^ 2 / 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Theorem loss_elevation : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions loss_elevation.
