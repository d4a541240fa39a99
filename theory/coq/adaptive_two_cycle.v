From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition nu (eta S : R) : R :=
  (eta * S / 2) ^ 2.

Lemma equation : forall (eta S b2 : R), 0 < eta -> 0 < S -> 0 < b2 -> eta / 2 - eta * S * (eta / 2) / (eta * S / 2) + b2 * nu eta S + (1 - b2) * (S * eta / 2) ^ 2 = (- eta) / 2 + nu eta S.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : S <> 0) by (nonzero).
  change (eta / 2 - eta * S * (eta / 2) / (eta * S / 2) + b2 * (eta * S / 2) ^ 2 + (1 - b2) * (S * eta / 2) ^ 2 = (- eta) / 2 + (eta * S / 2) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta S b2 : R), 0 < eta -> 0 < S -> 0 < b2 -> eta / 2 - eta * S * (eta / 2) / (eta * S / 2) + b2 * nu eta S + (1 - b2) * (S * eta / 2) ^ 2 = (- eta) / 2 + nu eta S).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition Xi (xi n : R) : R :=
  - xi + 2 * xi / sqrt n.

Definition Nu (xi n b2 : R) : R :=
  b2 * n + (1 - b2) * (- xi + 2 * xi / sqrt n) ^ 2.

Definition Xi_xi (n : R) : R :=
  - 1 + 2 / sqrt n.

Lemma Xi_xi_derivative : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun xi => Xi xi n) xi (Xi_xi n).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun xi => - xi + 2 * xi / sqrt n) xi (- 1 + 2 / sqrt n)).
  derivative.
Qed.

Definition Nu_n (xi n b2 : R) : R :=
  b2 + (1 - b2) * (2 * (- xi + 2 * xi / sqrt n) * (2 * xi * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))).

Lemma Nu_n_derivative : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun n => Nu xi n b2) n (Nu_n xi n b2).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun n => b2 * n + (1 - b2) * (- xi + 2 * xi / sqrt n) ^ 2) n (b2 + (1 - b2) * (2 * (- xi + 2 * xi / sqrt n) * (2 * xi * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))))).
  derivative.
Qed.

Definition Xi_n (xi n : R) : R :=
  2 * xi * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2).

Lemma Xi_n_derivative : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun n => Xi xi n) n (Xi_n xi n).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun n => - xi + 2 * xi / sqrt n) n (2 * xi * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))).
  derivative.
Qed.

Definition Nu_xi (xi n b2 : R) : R :=
  (1 - b2) * (2 * (- xi + 2 * xi / sqrt n) * (- 1 + 2 / sqrt n)).

Lemma Nu_xi_derivative : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun xi => Nu xi n b2) xi (Nu_xi xi n b2).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun xi => b2 * n + (1 - b2) * (- xi + 2 * xi / sqrt n) ^ 2) xi ((1 - b2) * (2 * (- xi + 2 * xi / sqrt n) * (- 1 + 2 / sqrt n)))).
  derivative.
Qed.

Lemma equation : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> Xi_xi 1 * Nu_n 1 1 b2 - Xi_n 1 1 * Nu_xi 1 1 b2 = b2.
Proof.
  intros.
  change ((- 1 + 2 / sqrt 1) * (b2 + (1 - b2) * (2 * (- 1 + 2 * 1 / sqrt 1) * (2 * 1 * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2)))) - 2 * 1 * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2) * ((1 - b2) * (2 * (- 1 + 2 * 1 / sqrt 1) * (- 1 + 2 / sqrt 1))) = b2).
  assert (A1 : sqrt 1 = 1) by (replace (1) with (1) by (field; conditions); apply sqrt_1).
  rewrite A1 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun xi => Xi xi n) xi (Xi_xi n))
  /\ (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun n => Nu xi n b2) n (Nu_n xi n b2))
  /\ (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun n => Xi xi n) n (Xi_n xi n))
  /\ (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun xi => Nu xi n b2) xi (Nu_xi xi n b2))
  /\ (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> Xi_xi 1 * Nu_n 1 1 b2 - Xi_n 1 1 * Nu_xi 1 1 b2 = b2).

Theorem proved : claims.
Proof. exact (conj Xi_xi_derivative (conj Nu_n_derivative (conj Xi_n_derivative (conj Nu_xi_derivative equation)))). Qed.

End Equation2.

Module Equation3.

Definition Xi (xi n : R) : R :=
  - xi + 2 * xi / sqrt n.

Definition Nu (xi n b2 : R) : R :=
  b2 * n + (1 - b2) * (- xi + 2 * xi / sqrt n) ^ 2.

Definition Xi_xi (n : R) : R :=
  - 1 + 2 / sqrt n.

Lemma Xi_xi_derivative : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun xi => Xi xi n) xi (Xi_xi n).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun xi => - xi + 2 * xi / sqrt n) xi (- 1 + 2 / sqrt n)).
  derivative.
Qed.

Definition Nu_n (xi n b2 : R) : R :=
  b2 + (1 - b2) * (2 * (- xi + 2 * xi / sqrt n) * (2 * xi * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))).

Lemma Nu_n_derivative : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun n => Nu xi n b2) n (Nu_n xi n b2).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun n => b2 * n + (1 - b2) * (- xi + 2 * xi / sqrt n) ^ 2) n (b2 + (1 - b2) * (2 * (- xi + 2 * xi / sqrt n) * (2 * xi * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))))).
  derivative.
Qed.

Lemma equation : forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> Xi_xi 1 + Nu_n 1 1 b2 = 3 * b2 + (- 1).
Proof.
  intros.
  change (- 1 + 2 / sqrt 1 + (b2 + (1 - b2) * (2 * (- 1 + 2 * 1 / sqrt 1) * (2 * 1 * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2)))) = 3 * b2 + (- 1)).
  assert (A1 : sqrt 1 = 1) by (replace (1) with (1) by (field; conditions); apply sqrt_1).
  rewrite A1 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun xi => Xi xi n) xi (Xi_xi n))
  /\ (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> is_derive (fun n => Nu xi n b2) n (Nu_n xi n b2))
  /\ (forall (xi n b2 : R), 0 < xi -> 0 < n -> 0 < b2 -> Xi_xi 1 + Nu_n 1 1 b2 = 3 * b2 + (- 1)).

Theorem proved : claims.
Proof. exact (conj Xi_xi_derivative (conj Nu_n_derivative equation)). Qed.

End Equation3.

Module Equation4.

Lemma equation : forall (b2 : R), 0 < b2 -> 4 * b2 - (3 * b2 + (- 1)) ^ 2 = (9 * b2 + (- 1)) * (1 - b2).
Proof.
  intros.
  change (4 * b2 - (3 * b2 + (- 1)) ^ 2 = (9 * b2 + (- 1)) * (1 - b2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (b2 : R), 0 < b2 -> 4 * b2 - (3 * b2 + (- 1)) ^ 2 = (9 * b2 + (- 1)) * (1 - b2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation4.

Theorem adaptive_two_cycle : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions adaptive_two_cycle.
