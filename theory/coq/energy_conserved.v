From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition E (X Y : R) : R :=
  Y ^ 2 / 2 + (X ^ 2 + (- 1) - ln (X ^ 2)) / 2.

Definition E_X (X : R) : R :=
  (2 * X - / X ^ 2 * (2 * X)) / 2.

Lemma E_X_derivative : forall (X Y : R), 0 < X -> is_derive (fun X => E X Y) X (E_X X).
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  change (is_derive (fun X => Y ^ 2 / 2 + (X ^ 2 + (- 1) - ln (X ^ 2)) / 2) X ((2 * X - / X ^ 2 * (2 * X)) / 2)).
  derivative.
Qed.

Definition E_Y (Y : R) : R :=
  2 * Y / 2.

Lemma E_Y_derivative : forall (X Y : R), 0 < X -> is_derive (fun Y => E X Y) Y (E_Y Y).
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  change (is_derive (fun Y => Y ^ 2 / 2 + (X ^ 2 + (- 1) - ln (X ^ 2)) / 2) Y (2 * Y / 2)).
  derivative.
Qed.

Lemma equation : forall (X Y : R), 0 < X -> E_X X * X * Y + E_Y Y * (1 - X ^ 2) = 0.
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  change ((2 * X - / X ^ 2 * (2 * X)) / 2 * X * Y + 2 * Y / 2 * (1 - X ^ 2) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y : R), 0 < X -> is_derive (fun X => E X Y) X (E_X X))
  /\ (forall (X Y : R), 0 < X -> is_derive (fun Y => E X Y) Y (E_Y Y))
  /\ (forall (X Y : R), 0 < X -> E_X X * X * Y + E_Y Y * (1 - X ^ 2) = 0).

Theorem proved : claims.
Proof. exact (conj E_X_derivative (conj E_Y_derivative equation)). Qed.

End Equation1.

Module Equation2.

Lemma equation : 0 ^ 2 / 2 + (1 ^ 2 + (- 1) - ln (1 ^ 2)) / 2 = 0.
Proof.
  intros.
  try assert (P0 : 0 < 1 ^ 2) by (replace (1 ^ 2) with (1) by (field; conditions); pos).
  change (0 ^ 2 / 2 + (1 ^ 2 + (- 1) - ln (1 ^ 2)) / 2 = 0).
  assert (A2 : ln (1 ^ 2) = 0) by (replace (1 ^ 2) with (1) by (field; conditions); apply ln_1).
  rewrite A2 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (0 ^ 2 / 2 + (1 ^ 2 + (- 1) - ln (1 ^ 2)) / 2 = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition f1 (X Y : R) : R :=
  Y ^ 2 / 2 + (X ^ 2 + (- 1) - ln (X ^ 2)) / 2.

Definition f1_X (X : R) : R :=
  (2 * X - / X ^ 2 * (2 * X)) / 2.

Lemma f1_X_derivative : forall (X Y : R), 0 < X -> is_derive (fun X => f1 X Y) X (f1_X X).
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  change (is_derive (fun X => Y ^ 2 / 2 + (X ^ 2 + (- 1) - ln (X ^ 2)) / 2) X ((2 * X - / X ^ 2 * (2 * X)) / 2)).
  derivative.
Qed.

Definition f1_X_X (X : R) : R :=
  (2 - ((- (2 * X)) / (X ^ 2) ^ 2 * (2 * X) + / X ^ 2 * 2)) / 2.

Lemma f1_X_X_derivative : forall (X : R), 0 < X -> is_derive (fun X => f1_X X) X (f1_X_X X).
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  change (is_derive (fun X => (2 * X - / X ^ 2 * (2 * X)) / 2) X ((2 - ((- (2 * X)) / (X ^ 2) ^ 2 * (2 * X) + / X ^ 2 * 2)) / 2)).
  derivative.
Qed.

Lemma equation : forall (X : R), 0 < X -> f1_X_X X = 1 + 1 / X ^ 2.
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  change ((2 - ((- (2 * X)) / (X ^ 2) ^ 2 * (2 * X) + / X ^ 2 * 2)) / 2 = 1 + 1 / X ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y : R), 0 < X -> is_derive (fun X => f1 X Y) X (f1_X X))
  /\ (forall (X : R), 0 < X -> is_derive (fun X => f1_X X) X (f1_X_X X))
  /\ (forall (X : R), 0 < X -> f1_X_X X = 1 + 1 / X ^ 2).

Theorem proved : claims.
Proof. exact (conj f1_X_derivative (conj f1_X_X_derivative equation)). Qed.

End Equation3.

Theorem energy_conserved : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions energy_conserved.
