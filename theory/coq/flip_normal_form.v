From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition f (x S t q : R) : R :=
  x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6).

Definition f1 (x S t q : R) : R :=
  f (f x S t q) S t q.

Definition f1_x (x S t q : R) : R :=
  1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6) - 2 / S * (S * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + t * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 2 + q * (3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 6).

Lemma f1_x_derivative : forall (x S t q : R), 0 < S -> is_derive (fun x => f1 x S t q) x (f1_x x S t q).
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change (is_derive (fun x => x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6) - 2 / S * (S * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) + t * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 / 2 + q * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 3 / 6)) x (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6) - 2 / S * (S * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + t * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 2 + q * (3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 6))).
  derivative.
Qed.

Definition f1_x_x (x S t q : R) : R :=
  - (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)) - 2 / S * (S * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + t * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 2 + q * (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 6).

Lemma f1_x_x_derivative : forall (x S t q : R), 0 < S -> is_derive (fun x => f1_x x S t q) x (f1_x_x x S t q).
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change (is_derive (fun x => 1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6) - 2 / S * (S * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + t * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 2 + q * (3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 6)) x (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)) - 2 / S * (S * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + t * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 2 + q * (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 6))).
  derivative.
Qed.

Lemma equation : forall (S t q : R), 0 < S -> f1_x_x 0 S t q = 0.
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6)) - 2 / S * (S * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6))) + t * (2 * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) + 2 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6)))) / 2 + q * (3 * (2 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6))) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) + 3 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) ^ 2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6)))) / 6) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x S t q : R), 0 < S -> is_derive (fun x => f1 x S t q) x (f1_x x S t q))
  /\ (forall (x S t q : R), 0 < S -> is_derive (fun x => f1_x x S t q) x (f1_x_x x S t q))
  /\ (forall (S t q : R), 0 < S -> f1_x_x 0 S t q = 0).

Theorem proved : claims.
Proof. exact (conj f1_x_derivative (conj f1_x_x_derivative equation)). Qed.

End Equation1.

Module Equation2.

Definition f (x S t q : R) : R :=
  x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6).

Definition f1 (x S t q : R) : R :=
  f (f x S t q) S t q.

Definition f1_x (x S t q : R) : R :=
  1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6) - 2 / S * (S * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + t * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 2 + q * (3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 6).

Lemma f1_x_derivative : forall (x S t q : R), 0 < S -> is_derive (fun x => f1 x S t q) x (f1_x x S t q).
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change (is_derive (fun x => x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6) - 2 / S * (S * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) + t * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 / 2 + q * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 3 / 6)) x (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6) - 2 / S * (S * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + t * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 2 + q * (3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 6))).
  derivative.
Qed.

Definition f1_x_x (x S t q : R) : R :=
  - (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)) - 2 / S * (S * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + t * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 2 + q * (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 6).

Lemma f1_x_x_derivative : forall (x S t q : R), 0 < S -> is_derive (fun x => f1_x x S t q) x (f1_x_x x S t q).
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change (is_derive (fun x => 1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6) - 2 / S * (S * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + t * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 2 + q * (3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) / 6)) x (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)) - 2 / S * (S * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + t * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 2 + q * (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 6))).
  derivative.
Qed.

Definition f1_x_x_x (x S t q : R) : R :=
  - (2 / S * (q * 6 / 6)) - 2 / S * (S * (- (2 / S * (q * 6 / 6))) + t * (2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (q * 6 / 6))))) / 2 + q * (3 * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (q * 6 / 6))))) / 6).

Lemma f1_x_x_x_derivative : forall (x S t q : R), 0 < S -> is_derive (fun x => f1_x_x x S t q) x (f1_x_x_x x S t q).
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change (is_derive (fun x => - (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)) - 2 / S * (S * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + t * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 2 + q * (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) / 6)) x (- (2 / S * (q * 6 / 6)) - 2 / S * (S * (- (2 / S * (q * 6 / 6))) + t * (2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (q * 6 / 6))))) / 2 + q * (3 * (2 * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6)))) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6)) + 3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + (3 * (2 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * x) / 2 + q * (3 * x ^ 2) / 6))) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * x)) / 6))) + 3 * (x - 2 / S * (S * x + t * x ^ 2 / 2 + q * x ^ 3 / 6)) ^ 2 * (- (2 / S * (q * 6 / 6))))) / 6))).
  unfold Rdiv, Rminus.
  eapply same_derivative; [ by_rules | ].
  cbn beta; cbn [INR pred].
  assert (I0 : S * / S = 1) by (apply Rinv_r; nonzero).
  inverses_apart.
  generalize dependent (/ S).
  intros.
  field [I0]; conditions.
Qed.

Lemma equation : forall (S t q : R), 0 < S -> f1_x_x_x 0 S t q / 6 = (- 2) / S * (3 * t ^ 2 / S - q) / 3.
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  change ((- (2 / S * (q * 6 / 6)) - 2 / S * (S * (- (2 / S * (q * 6 / 6))) + t * (2 * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6))) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) + 2 * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6))) + (2 * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6))) + 2 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) * (- (2 / S * (q * 6 / 6))))) / 2 + q * (3 * (2 * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) + 2 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6)))) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6)) + 3 * (2 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6))) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6))) + (3 * (2 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) * (1 - 2 / S * (S + t * (2 * 0) / 2 + q * (3 * 0 ^ 2) / 6))) * (- (2 / S * (t * 2 / 2 + q * (3 * (2 * 0)) / 6))) + 3 * (0 - 2 / S * (S * 0 + t * 0 ^ 2 / 2 + q * 0 ^ 3 / 6)) ^ 2 * (- (2 / S * (q * 6 / 6))))) / 6)) / 6 = (- 2) / S * (3 * t ^ 2 / S - q) / 3).
  assert (I0 : S * / S = 1) by (apply Rinv_r; nonzero).
  inverses_apart.
  generalize dependent (/ S).
  intros.
  field [I0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x S t q : R), 0 < S -> is_derive (fun x => f1 x S t q) x (f1_x x S t q))
  /\ (forall (x S t q : R), 0 < S -> is_derive (fun x => f1_x x S t q) x (f1_x_x x S t q))
  /\ (forall (x S t q : R), 0 < S -> is_derive (fun x => f1_x_x x S t q) x (f1_x_x_x x S t q))
  /\ (forall (S t q : R), 0 < S -> f1_x_x_x 0 S t q / 6 = (- 2) / S * (3 * t ^ 2 / S - q) / 3).

Theorem proved : claims.
Proof. exact (conj f1_x_derivative (conj f1_x_x_derivative (conj f1_x_x_x_derivative equation))). Qed.

End Equation2.

Module Equation3.

Definition f1 (S eta : R) : R :=
  (1 - eta * S) ^ 2.

Definition f1_S (S eta : R) : R :=
  2 * (1 - eta * S) * (- eta).

Lemma f1_S_derivative : forall (S eta : R), 0 < eta -> is_derive (fun S => f1 S eta) S (f1_S S eta).
Proof.
  intros.
  change (is_derive (fun S => (1 - eta * S) ^ 2) S (2 * (1 - eta * S) * (- eta))).
  derivative.
Qed.

Lemma equation : forall (eta : R), 0 < eta -> f1_S (2 / eta) eta = 2 * eta.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (2 * (1 - eta * (2 / eta)) * (- eta) = 2 * eta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (S eta : R), 0 < eta -> is_derive (fun S => f1 S eta) S (f1_S S eta))
  /\ (forall (eta : R), 0 < eta -> f1_S (2 / eta) eta = 2 * eta).

Theorem proved : claims.
Proof. exact (conj f1_S_derivative equation). Qed.

End Equation3.

Theorem flip_normal_form : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions flip_normal_form.
