From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x1 x2 a b c : R) : R :=
  exp (a * x1 + b * x2) + c * x1 ^ 2 * x2 + b * x1 ^ 4 + a * x1 * x2 ^ 3.

Definition A (eta x1 x2 y1 y2 a b c : R) : R :=
  L x1 x2 a b c + L y1 y2 a b c - ((x1 - y1) ^ 2 + (x2 - y2) ^ 2) / (2 * eta).

Definition A_x1 (eta x1 x2 y1 a b c : R) : R :=
  exp (a * x1 + b * x2) * a + c * (2 * x1) * x2 + b * (4 * x1 ^ 3) + a * x2 ^ 3 - 2 * (x1 - y1) / (2 * eta).

Lemma A_x1_derivative : forall (eta x1 x2 y1 y2 a b c : R), 0 < eta -> is_derive (fun x1 => A eta x1 x2 y1 y2 a b c) x1 (A_x1 eta x1 x2 y1 a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun x1 => exp (a * x1 + b * x2) + c * x1 ^ 2 * x2 + b * x1 ^ 4 + a * x1 * x2 ^ 3 + (exp (a * y1 + b * y2) + c * y1 ^ 2 * y2 + b * y1 ^ 4 + a * y1 * y2 ^ 3) - ((x1 - y1) ^ 2 + (x2 - y2) ^ 2) / (2 * eta)) x1 (exp (a * x1 + b * x2) * a + c * (2 * x1) * x2 + b * (4 * x1 ^ 3) + a * x2 ^ 3 - 2 * (x1 - y1) / (2 * eta))).
  derivative.
Qed.

Definition L_x1 (x1 x2 a b c : R) : R :=
  exp (a * x1 + b * x2) * a + c * (2 * x1) * x2 + b * (4 * x1 ^ 3) + a * x2 ^ 3.

Lemma L_x1_derivative : forall (eta x1 x2 a b c : R), 0 < eta -> is_derive (fun x1 => L x1 x2 a b c) x1 (L_x1 x1 x2 a b c).
Proof.
  intros.
  change (is_derive (fun x1 => exp (a * x1 + b * x2) + c * x1 ^ 2 * x2 + b * x1 ^ 4 + a * x1 * x2 ^ 3) x1 (exp (a * x1 + b * x2) * a + c * (2 * x1) * x2 + b * (4 * x1 ^ 3) + a * x2 ^ 3)).
  derivative.
Qed.

Lemma equation : forall (eta x1 x2 y1 a b c : R), 0 < eta -> eta * A_x1 eta x1 x2 y1 a b c = y1 - (x1 - eta * L_x1 x1 x2 a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (eta * (exp (a * x1 + b * x2) * a + c * (2 * x1) * x2 + b * (4 * x1 ^ 3) + a * x2 ^ 3 - 2 * (x1 - y1) / (2 * eta)) = y1 - (x1 - eta * (exp (a * x1 + b * x2) * a + c * (2 * x1) * x2 + b * (4 * x1 ^ 3) + a * x2 ^ 3))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x1 x2 y1 y2 a b c : R), 0 < eta -> is_derive (fun x1 => A eta x1 x2 y1 y2 a b c) x1 (A_x1 eta x1 x2 y1 a b c))
  /\ (forall (eta x1 x2 a b c : R), 0 < eta -> is_derive (fun x1 => L x1 x2 a b c) x1 (L_x1 x1 x2 a b c))
  /\ (forall (eta x1 x2 y1 a b c : R), 0 < eta -> eta * A_x1 eta x1 x2 y1 a b c = y1 - (x1 - eta * L_x1 x1 x2 a b c)).

Theorem proved : claims.
Proof. exact (conj A_x1_derivative (conj L_x1_derivative equation)). Qed.

End Equation1.

Module Equation2.

Definition L (x1 x2 a b c : R) : R :=
  exp (a * x1 + b * x2) + c * x1 ^ 2 * x2 + b * x1 ^ 4 + a * x1 * x2 ^ 3.

Definition A (eta x1 x2 y1 y2 a b c : R) : R :=
  L x1 x2 a b c + L y1 y2 a b c - ((x1 - y1) ^ 2 + (x2 - y2) ^ 2) / (2 * eta).

Definition A_y2 (eta x2 y1 y2 a b c : R) : R :=
  exp (a * y1 + b * y2) * b + c * y1 ^ 2 + a * y1 * (3 * y2 ^ 2) - 2 * (x2 - y2) * (- 1) / (2 * eta).

Lemma A_y2_derivative : forall (eta x1 x2 y1 y2 a b c : R), 0 < eta -> is_derive (fun y2 => A eta x1 x2 y1 y2 a b c) y2 (A_y2 eta x2 y1 y2 a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun y2 => exp (a * x1 + b * x2) + c * x1 ^ 2 * x2 + b * x1 ^ 4 + a * x1 * x2 ^ 3 + (exp (a * y1 + b * y2) + c * y1 ^ 2 * y2 + b * y1 ^ 4 + a * y1 * y2 ^ 3) - ((x1 - y1) ^ 2 + (x2 - y2) ^ 2) / (2 * eta)) y2 (exp (a * y1 + b * y2) * b + c * y1 ^ 2 + a * y1 * (3 * y2 ^ 2) - 2 * (x2 - y2) * (- 1) / (2 * eta))).
  derivative.
Qed.

Definition L_x2 (x1 x2 a b c : R) : R :=
  exp (a * x1 + b * x2) * b + c * x1 ^ 2 + a * x1 * (3 * x2 ^ 2).

Lemma L_x2_derivative : forall (eta x1 x2 a b c : R), 0 < eta -> is_derive (fun x2 => L x1 x2 a b c) x2 (L_x2 x1 x2 a b c).
Proof.
  intros.
  change (is_derive (fun x2 => exp (a * x1 + b * x2) + c * x1 ^ 2 * x2 + b * x1 ^ 4 + a * x1 * x2 ^ 3) x2 (exp (a * x1 + b * x2) * b + c * x1 ^ 2 + a * x1 * (3 * x2 ^ 2))).
  derivative.
Qed.

Lemma equation : forall (eta x2 y1 y2 a b c : R), 0 < eta -> eta * A_y2 eta x2 y1 y2 a b c = x2 - (y2 - eta * L_x2 y1 y2 a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (eta * (exp (a * y1 + b * y2) * b + c * y1 ^ 2 + a * y1 * (3 * y2 ^ 2) - 2 * (x2 - y2) * (- 1) / (2 * eta)) = x2 - (y2 - eta * (exp (a * y1 + b * y2) * b + c * y1 ^ 2 + a * y1 * (3 * y2 ^ 2)))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x1 x2 y1 y2 a b c : R), 0 < eta -> is_derive (fun y2 => A eta x1 x2 y1 y2 a b c) y2 (A_y2 eta x2 y1 y2 a b c))
  /\ (forall (eta x1 x2 a b c : R), 0 < eta -> is_derive (fun x2 => L x1 x2 a b c) x2 (L_x2 x1 x2 a b c))
  /\ (forall (eta x2 y1 y2 a b c : R), 0 < eta -> eta * A_y2 eta x2 y1 y2 a b c = x2 - (y2 - eta * L_x2 y1 y2 a b c)).

Theorem proved : claims.
Proof. exact (conj A_y2_derivative (conj L_x2_derivative equation)). Qed.

End Equation2.

Module Equation3.

Definition L (x a b c : R) : R :=
  a * x ^ 2 + b * x ^ 3 + c * x ^ 4.

Definition L_x (x a b c : R) : R :=
  a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3).

Lemma L_x_derivative : forall (eta x a b c : R), 0 < eta -> is_derive (fun x => L x a b c) x (L_x x a b c).
Proof.
  intros.
  change (is_derive (fun x => a * x ^ 2 + b * x ^ 3 + c * x ^ 4) x (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))).
  derivative.
Qed.

Lemma equation : forall (eta x a b c : R), 0 < eta -> L x a b c + L (x - eta * L_x x a b c) a b c - (x - (x - eta * L_x x a b c)) ^ 2 / (2 * eta) = L x a b c + L (x - eta * L_x x a b c) a b c - eta * (L_x x a b c) ^ 2 / 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (a * x ^ 2 + b * x ^ 3 + c * x ^ 4 + (a * (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))) ^ 2 + b * (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))) ^ 3 + c * (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))) ^ 4) - (x - (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3)))) ^ 2 / (2 * eta) = a * x ^ 2 + b * x ^ 3 + c * x ^ 4 + (a * (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))) ^ 2 + b * (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))) ^ 3 + c * (x - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3))) ^ 4) - eta * (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3)) ^ 2 / 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x a b c : R), 0 < eta -> is_derive (fun x => L x a b c) x (L_x x a b c))
  /\ (forall (eta x a b c : R), 0 < eta -> L x a b c + L (x - eta * L_x x a b c) a b c - (x - (x - eta * L_x x a b c)) ^ 2 / (2 * eta) = L x a b c + L (x - eta * L_x x a b c) a b c - eta * (L_x x a b c) ^ 2 / 2).

Theorem proved : claims.
Proof. exact (conj L_x_derivative equation). Qed.

End Equation3.

Module Equation4.

Definition L (x a b c : R) : R :=
  a * x ^ 2 + b * x ^ 3 + c * x ^ 4 + exp x.

Definition A (eta x y a b c : R) : R :=
  L x a b c + L y a b c - (x - y) ^ 2 / (2 * eta).

Definition A_x (eta x y a b c : R) : R :=
  a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x - 2 * (x - y) / (2 * eta).

Lemma A_x_derivative : forall (eta x y a b c : R), 0 < eta -> is_derive (fun x => A eta x y a b c) x (A_x eta x y a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun x => a * x ^ 2 + b * x ^ 3 + c * x ^ 4 + exp x + (a * y ^ 2 + b * y ^ 3 + c * y ^ 4 + exp y) - (x - y) ^ 2 / (2 * eta)) x (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x - 2 * (x - y) / (2 * eta))).
  derivative.
Qed.

Definition A_x_x (eta x a b c : R) : R :=
  a * 2 + b * (3 * (2 * x)) + c * (4 * (3 * x ^ 2)) + exp x - 2 / (2 * eta).

Lemma A_x_x_derivative : forall (eta x y a b c : R), 0 < eta -> is_derive (fun x => A_x eta x y a b c) x (A_x_x eta x a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun x => a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x - 2 * (x - y) / (2 * eta)) x (a * 2 + b * (3 * (2 * x)) + c * (4 * (3 * x ^ 2)) + exp x - 2 / (2 * eta))).
  derivative.
Qed.

Definition A_y (eta x y a b c : R) : R :=
  a * (2 * y) + b * (3 * y ^ 2) + c * (4 * y ^ 3) + exp y - 2 * (x - y) * (- 1) / (2 * eta).

Lemma A_y_derivative : forall (eta x y a b c : R), 0 < eta -> is_derive (fun y => A eta x y a b c) y (A_y eta x y a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun y => a * x ^ 2 + b * x ^ 3 + c * x ^ 4 + exp x + (a * y ^ 2 + b * y ^ 3 + c * y ^ 4 + exp y) - (x - y) ^ 2 / (2 * eta)) y (a * (2 * y) + b * (3 * y ^ 2) + c * (4 * y ^ 3) + exp y - 2 * (x - y) * (- 1) / (2 * eta))).
  derivative.
Qed.

Definition A_y_y (eta y a b c : R) : R :=
  a * 2 + b * (3 * (2 * y)) + c * (4 * (3 * y ^ 2)) + exp y - 2 / (2 * eta).

Lemma A_y_y_derivative : forall (eta x y a b c : R), 0 < eta -> is_derive (fun y => A_y eta x y a b c) y (A_y_y eta y a b c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun y => a * (2 * y) + b * (3 * y ^ 2) + c * (4 * y ^ 3) + exp y - 2 * (x - y) * (- 1) / (2 * eta)) y (a * 2 + b * (3 * (2 * y)) + c * (4 * (3 * y ^ 2)) + exp y - 2 / (2 * eta))).
  derivative.
Qed.

Definition A_x_y (eta : R) : R :=
  - ((- 2) / (2 * eta)).

Lemma A_x_y_derivative : forall (eta x y a b c : R), 0 < eta -> is_derive (fun y => A_x eta x y a b c) y (A_x_y eta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun y => a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x - 2 * (x - y) / (2 * eta)) y (- ((- 2) / (2 * eta)))).
  derivative.
Qed.

Definition L_x (x a b c : R) : R :=
  a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x.

Lemma L_x_derivative : forall (eta x a b c : R), 0 < eta -> is_derive (fun x => L x a b c) x (L_x x a b c).
Proof.
  intros.
  change (is_derive (fun x => a * x ^ 2 + b * x ^ 3 + c * x ^ 4 + exp x) x (a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x)).
  derivative.
Qed.

Definition L_x_x (x a b c : R) : R :=
  a * 2 + b * (3 * (2 * x)) + c * (4 * (3 * x ^ 2)) + exp x.

Lemma L_x_x_derivative : forall (eta x a b c : R), 0 < eta -> is_derive (fun x => L_x x a b c) x (L_x_x x a b c).
Proof.
  intros.
  change (is_derive (fun x => a * (2 * x) + b * (3 * x ^ 2) + c * (4 * x ^ 3) + exp x) x (a * 2 + b * (3 * (2 * x)) + c * (4 * (3 * x ^ 2)) + exp x)).
  derivative.
Qed.

Lemma equation : forall (eta x y a b c : R), 0 < eta -> A_x_x eta x a b c * A_y_y eta y a b c - (A_x_y eta) ^ 2 = ((1 - eta * L_x_x x a b c) * (1 - eta * L_x_x y a b c) + (- 1)) / eta ^ 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((a * 2 + b * (3 * (2 * x)) + c * (4 * (3 * x ^ 2)) + exp x - 2 / (2 * eta)) * (a * 2 + b * (3 * (2 * y)) + c * (4 * (3 * y ^ 2)) + exp y - 2 / (2 * eta)) - (- ((- 2) / (2 * eta))) ^ 2 = ((1 - eta * (a * 2 + b * (3 * (2 * x)) + c * (4 * (3 * x ^ 2)) + exp x)) * (1 - eta * (a * 2 + b * (3 * (2 * y)) + c * (4 * (3 * y ^ 2)) + exp y)) + (- 1)) / eta ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x y a b c : R), 0 < eta -> is_derive (fun x => A eta x y a b c) x (A_x eta x y a b c))
  /\ (forall (eta x y a b c : R), 0 < eta -> is_derive (fun x => A_x eta x y a b c) x (A_x_x eta x a b c))
  /\ (forall (eta x y a b c : R), 0 < eta -> is_derive (fun y => A eta x y a b c) y (A_y eta x y a b c))
  /\ (forall (eta x y a b c : R), 0 < eta -> is_derive (fun y => A_y eta x y a b c) y (A_y_y eta y a b c))
  /\ (forall (eta x y a b c : R), 0 < eta -> is_derive (fun y => A_x eta x y a b c) y (A_x_y eta))
  /\ (forall (eta x a b c : R), 0 < eta -> is_derive (fun x => L x a b c) x (L_x x a b c))
  /\ (forall (eta x a b c : R), 0 < eta -> is_derive (fun x => L_x x a b c) x (L_x_x x a b c))
  /\ (forall (eta x y a b c : R), 0 < eta -> A_x_x eta x a b c * A_y_y eta y a b c - (A_x_y eta) ^ 2 = ((1 - eta * L_x_x x a b c) * (1 - eta * L_x_x y a b c) + (- 1)) / eta ^ 2).

Theorem proved : claims.
Proof. exact (conj A_x_derivative (conj A_x_x_derivative (conj A_y_derivative (conj A_y_y_derivative (conj A_x_y_derivative (conj L_x_derivative (conj L_x_x_derivative equation))))))). Qed.

End Equation4.

Theorem edge_coupling : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions edge_coupling.
