From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition S (x z kappa beta : R) : R :=
  kappa * x + sqrt beta * z.

Lemma equation : forall (x kappa beta : R), 0 < beta -> 0 < kappa -> 0 < x -> S 0 ((- S x 0 kappa beta) * sqrt beta / beta) kappa beta = (- kappa) * x.
Proof.
  intros.
  try assert (P0 : 0 <= beta) by (nonneg).
  try assert (P1 : beta <> 0) by (nonzero).
  change (kappa * 0 + sqrt beta * ((- (kappa * x + sqrt beta * 0)) * sqrt beta / beta) = (- kappa) * x).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x kappa beta : R), 0 < beta -> 0 < kappa -> 0 < x -> S 0 ((- S x 0 kappa beta) * sqrt beta / beta) kappa beta = (- kappa) * x).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Theorem linearised_projection : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions linearised_projection.
