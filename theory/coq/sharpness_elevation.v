From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x z eta alpha beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6.

Definition L_x (x z eta beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6.

Lemma L_x_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta kappa) x (L_x x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6) x ((2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6)).
  derivative.
Qed.

Definition L_x_x (x z eta beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6.

Lemma L_x_x_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta kappa) x (L_x_x x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6) x ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6)).
  derivative.
Qed.

Definition L_z (x alpha beta : R) : R :=
  sqrt beta * x ^ 2 / 2 - alpha / sqrt beta.

Lemma L_z_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta kappa) z (L_z x alpha beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6) z (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta)).
  derivative.
Qed.

Definition L_x_z (x beta : R) : R :=
  sqrt beta * (2 * x) / 2.

Lemma L_x_z_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L_x x z eta beta kappa) z (L_x_z x beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6) z (sqrt beta * (2 * x) / 2)).
  derivative.
Qed.

Definition S (x z eta beta kappa : R) : R :=
  (L_x_x x z eta beta kappa + 0) / 2 + sqrt ((L_x_x x z eta beta kappa - 0) ^ 2 / 4 + (L_x_z x beta) ^ 2).

Definition S_x (x z eta beta kappa : R) : R :=
  kappa * 6 / 6 / 2 + / (2 * sqrt (((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2)) * (2 * ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) * (kappa * 6 / 6) / 4 + 2 * (sqrt beta * (2 * x) / 2) * (sqrt beta * 2 / 2)).

Lemma S_x_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2 -> is_derive (fun x => S x z eta beta kappa) x (S_x x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 + 0) / 2 + sqrt (((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2)) x (kappa * 6 / 6 / 2 + / (2 * sqrt (((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2)) * (2 * ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) * (kappa * 6 / 6) / 4 + 2 * (sqrt beta * (2 * x) / 2) * (sqrt beta * 2 / 2)))).
  derivative.
Qed.

Lemma equation : forall (eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> S_x 0 0 eta beta kappa = kappa.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 <= beta) by (nonneg).
  try assert (P2 : 0 <= ((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) by (replace (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) with (/ eta ^ 2) by (field; conditions); nonneg).
  try assert (P3 : 0 < ((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) by (replace (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) with (/ eta ^ 2) by (field; conditions); pos).
  change (kappa * 6 / 6 / 2 + / (2 * sqrt (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2)) * (2 * ((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) * (kappa * 6 / 6) / 4 + 2 * (sqrt beta * (2 * 0) / 2) * (sqrt beta * 2 / 2)) = kappa).
  assert (A5 : sqrt (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) = / eta) by (replace (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) with ((/ eta) ^ 2) by (field; conditions); apply sqrt_pow2; nonneg).
  rewrite A5 in *.
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta kappa) x (L_x x z eta beta kappa))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta kappa) x (L_x_x x z eta beta kappa))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta kappa) z (L_z x alpha beta))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L_x x z eta beta kappa) z (L_x_z x beta))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2 -> is_derive (fun x => S x z eta beta kappa) x (S_x x z eta beta kappa))
  /\ (forall (eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> S_x 0 0 eta beta kappa = kappa).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_z_derivative (conj L_x_z_derivative (conj S_x_derivative equation))))). Qed.

End Equation1.

Module Equation2.

Definition L (x z eta alpha beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6.

Definition L_x (x z eta beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6.

Lemma L_x_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta kappa) x (L_x x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6) x ((2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6)).
  derivative.
Qed.

Definition L_x_x (x z eta beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6.

Lemma L_x_x_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta kappa) x (L_x_x x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6) x ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6)).
  derivative.
Qed.

Definition L_z (x alpha beta : R) : R :=
  sqrt beta * x ^ 2 / 2 - alpha / sqrt beta.

Lemma L_z_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta kappa) z (L_z x alpha beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6) z (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta)).
  derivative.
Qed.

Definition L_x_z (x beta : R) : R :=
  sqrt beta * (2 * x) / 2.

Lemma L_x_z_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L_x x z eta beta kappa) z (L_x_z x beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6) z (sqrt beta * (2 * x) / 2)).
  derivative.
Qed.

Definition S (x z eta beta kappa : R) : R :=
  (L_x_x x z eta beta kappa + 0) / 2 + sqrt ((L_x_x x z eta beta kappa - 0) ^ 2 / 4 + (L_x_z x beta) ^ 2).

Definition S_z (x z eta beta kappa : R) : R :=
  sqrt beta * 2 / 2 / 2 + / (2 * sqrt (((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2)) * (2 * ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) * (sqrt beta * 2 / 2) / 4).

Lemma S_z_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2 -> is_derive (fun z => S x z eta beta kappa) z (S_z x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 + 0) / 2 + sqrt (((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2)) z (sqrt beta * 2 / 2 / 2 + / (2 * sqrt (((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2)) * (2 * ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) * (sqrt beta * 2 / 2) / 4))).
  derivative.
Qed.

Lemma equation : forall (eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> S_z 0 0 eta beta kappa = sqrt beta.
Proof.
  intros.
  try assert (P0 : 0 <= beta) by (nonneg).
  try assert (P1 : eta <> 0) by (nonzero).
  try assert (P2 : 0 <= ((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) by (replace (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) with (/ eta ^ 2) by (field; conditions); nonneg).
  try assert (P3 : 0 < ((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) by (replace (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) with (/ eta ^ 2) by (field; conditions); pos).
  change (sqrt beta * 2 / 2 / 2 + / (2 * sqrt (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2)) * (2 * ((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) * (sqrt beta * 2 / 2) / 4) = sqrt beta).
  assert (A5 : sqrt (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) = / eta) by (replace (((2 / eta + sqrt beta * 0) * 2 / 2 + kappa * (3 * (2 * 0)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * 0) / 2) ^ 2) with ((/ eta) ^ 2) by (field; conditions); apply sqrt_pow2; nonneg).
  rewrite A5 in *.
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta kappa) x (L_x x z eta beta kappa))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta kappa) x (L_x_x x z eta beta kappa))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta kappa) z (L_z x alpha beta))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L_x x z eta beta kappa) z (L_x_z x beta))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < ((2 / eta + sqrt beta * z) * 2 / 2 + kappa * (3 * (2 * x)) / 6 - 0) ^ 2 / 4 + (sqrt beta * (2 * x) / 2) ^ 2 -> is_derive (fun z => S x z eta beta kappa) z (S_z x z eta beta kappa))
  /\ (forall (eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> S_z 0 0 eta beta kappa = sqrt beta).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_z_derivative (conj L_x_z_derivative (conj S_z_derivative equation))))). Qed.

End Equation2.

Theorem sharpness_elevation : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions sharpness_elevation.
