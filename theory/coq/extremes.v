From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition E (w : R) : R :=
  (w + (- 1) - ln w) / 2.

Lemma equation : forall (w : R), 0 < w -> (- w) * exp (- w) = - exp (- 1 - 2 * E w).
Proof.
  intros.
  try assert (P0 : 0 < w) by (pos).
  change ((- w) * exp (- w) = - exp (- 1 - 2 * ((w + (- 1) - ln w) / 2))).
  assert (A2 : exp (- 1 - 2 * ((w + (- 1) - ln w) / 2)) = w * exp ((- 1) * w)) by (replace (- 1 - 2 * ((w + (- 1) - ln w) / 2)) with (ln w + (- 1) * w) by (field; conditions); rewrite exp_plus, exp_ln by pos; reflexivity).
  rewrite A2 in *.
  assert (A4 : exp ((- 1) * w) = exp (- w)) by (f_equal; field; conditions).
  rewrite A4 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (w : R), 0 < w -> (- w) * exp (- w) = - exp (- 1 - 2 * E w)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (Y : R), Y ^ 2 / 2 + (1 ^ 2 + (- 1) - ln (1 ^ 2)) / 2 = Y ^ 2 / 2.
Proof.
  intros.
  try assert (P0 : 0 < 1 ^ 2) by (replace (1 ^ 2) with (1) by (field; conditions); pos).
  change (Y ^ 2 / 2 + (1 ^ 2 + (- 1) - ln (1 ^ 2)) / 2 = Y ^ 2 / 2).
  assert (A2 : ln (1 ^ 2) = 0) by (replace (1 ^ 2) with (1) by (field; conditions); apply ln_1).
  rewrite A2 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (Y : R), Y ^ 2 / 2 + (1 ^ 2 + (- 1) - ln (1 ^ 2)) / 2 = Y ^ 2 / 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem extremes : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions extremes.
