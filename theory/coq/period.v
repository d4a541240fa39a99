From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition Y (X E : R) : R :=
  sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2))).

Definition Y_X (X E : R) : R :=
  / (2 * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) * (- (2 * X - / X ^ 2 * (2 * X))).

Lemma Y_X_derivative : forall (X E : R), 0 < X -> 0 < E -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> is_derive (fun X => Y X E) X (Y_X X E).
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  change (is_derive (fun X => sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) X (/ (2 * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) * (- (2 * X - / X ^ 2 * (2 * X))))).
  derivative.
Qed.

Lemma equation : forall (X E : R), 0 < X -> 0 < E -> 0 <= 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> X * Y X E * Y_X X E = 1 - X ^ 2.
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  try assert (P1 : X <> 0) by (nonzero).
  change (X * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2))) * (/ (2 * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) * (- (2 * X - / X ^ 2 * (2 * X)))) = 1 - X ^ 2).
  assert (Q0 : (sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) ^ 2 = 1 + 2 * E + (- 1) * X ^ 2 + ln (X ^ 2)) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (X E : R), 0 < X -> 0 < E -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> is_derive (fun X => Y X E) X (Y_X X E))
  /\ (forall (X E : R), 0 < X -> 0 < E -> 0 <= 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> X * Y X E * Y_X X E = 1 - X ^ 2).

Theorem proved : claims.
Proof. exact (conj Y_X_derivative equation). Qed.

End Equation1.

Theorem period : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions period.
