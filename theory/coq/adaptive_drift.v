From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition q (h r : R) : R :=
  r * h.

Definition Ac (a : R) : R :=
  a / 2.

Definition An (h r : R) : R :=
  r * (1 - (1 - h)).

Definition Bc (a : R) : R :=
  a.

Definition Bn (h r : R) : R :=
  2 * q h r.

Definition A (a h r : R) : R :=
  Ac a + An h r.

Definition B (a h r : R) : R :=
  Bc a + Bn h r.

Definition dA (a h r : R) : R :=
  2 * Ac a * q h r + An h r * B a h r / 2 - 2 * r * q h r * (1 - h).

Definition dB (a h r : R) : R :=
  2 * Bc a * q h r + Bn h r * (B a h r / 2 + Bc a + Bn h r).

Lemma equation : forall (a h r : R), 0 < a -> 0 < h -> 0 < r -> A a h r * (2 - 2 * Bn h r / B a h r + (dA a h r / A a h r - dB a h r / B a h r) / B a h r) = a - r * (1 - a * (1 - h) / (a + 2 * r * h)).
Proof.
  intros.
  try assert (P0 : a + 2 * (r * h) <> 0) by (replace (a + 2 * (r * h)) with (a + 2 * (h * r)) by (field; conditions); nonzero).
  try assert (P1 : a / 2 + r * (1 - (1 - h)) <> 0) by (replace (a / 2 + r * (1 - (1 - h))) with (1 / 2 * a + h * r) by (field; conditions); nonzero).
  try assert (P2 : a + 2 * r * h <> 0) by (replace (a + 2 * r * h) with (a + 2 * (h * r)) by (field; conditions); nonzero).
  change ((a / 2 + r * (1 - (1 - h))) * (2 - 2 * (2 * (r * h)) / (a + 2 * (r * h)) + ((2 * (a / 2) * (r * h) + r * (1 - (1 - h)) * (a + 2 * (r * h)) / 2 - 2 * r * (r * h) * (1 - h)) / (a / 2 + r * (1 - (1 - h))) - (2 * a * (r * h) + 2 * (r * h) * ((a + 2 * (r * h)) / 2 + a + 2 * (r * h))) / (a + 2 * (r * h))) / (a + 2 * (r * h))) = a - r * (1 - a * (1 - h) / (a + 2 * r * h))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (a h r : R), 0 < a -> 0 < h -> 0 < r -> A a h r * (2 - 2 * Bn h r / B a h r + (dA a h r / A a h r - dB a h r / B a h r) / B a h r) = a - r * (1 - a * (1 - h) / (a + 2 * r * h))).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition A (a : R) : R :=
  a / 2.

Definition B (a : R) : R :=
  a.

Definition Bn : R :=
  0.

Definition dA : R :=
  0.

Definition dB : R :=
  0.

Lemma equation : forall (a : R), 0 < a -> A a * (2 - 2 * Bn / B a + (dA / A a - dB / B a) / B a) = a.
Proof.
  intros.
  try assert (P0 : a <> 0) by (nonzero).
  change (a / 2 * (2 - 2 * 0 / a + (0 / (a / 2) - 0 / a) / a) = a).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (a : R), 0 < a -> A a * (2 - 2 * Bn / B a + (dA / A a - dB / B a) / B a) = a).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition X (x s n : R) : R :=
  (2 * s / sqrt n + (- 1)) * x.

Definition S (x s n a : R) : R :=
  s + a / 4 * (1 - x ^ 2) / sqrt n.

Definition N (x s n a h r : R) : R :=
  (1 - r) * n + r * (1 - h + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * s / sqrt n + (- 1)) ^ 2 * x ^ 2).

Definition X_x (s n : R) : R :=
  2 * s / sqrt n + (- 1).

Lemma X_x_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun x => X x s n) x (X_x s n).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun x => (2 * s / sqrt n + (- 1)) * x) x (2 * s / sqrt n + (- 1))).
  derivative.
Qed.

Definition S_s : R :=
  1.

Lemma S_s_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun s => S x s n a) s (S_s).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun s => s + a / 4 * (1 - x ^ 2) / sqrt n) s (1)).
  derivative.
Qed.

Definition N_n (x s n a h r : R) : R :=
  1 - r + r * ((h * (2 * (s + a / 4 * (1 - x ^ 2) / sqrt n) * (a / 4 * (1 - x ^ 2) * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))) * (2 * s / sqrt n + (- 1)) ^ 2 + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * (2 * s / sqrt n + (- 1)) * (2 * s * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2)))) * x ^ 2).

Lemma N_n_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun n => N x s n a h r) n (N_n x s n a h r).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun n => (1 - r) * n + r * (1 - h + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * s / sqrt n + (- 1)) ^ 2 * x ^ 2)) n (1 - r + r * ((h * (2 * (s + a / 4 * (1 - x ^ 2) / sqrt n) * (a / 4 * (1 - x ^ 2) * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))) * (2 * s / sqrt n + (- 1)) ^ 2 + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * (2 * s / sqrt n + (- 1)) * (2 * s * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2)))) * x ^ 2))).
  derivative.
Qed.

Definition S_n (x n a : R) : R :=
  a / 4 * (1 - x ^ 2) * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2).

Lemma S_n_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun n => S x s n a) n (S_n x n a).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun n => s + a / 4 * (1 - x ^ 2) / sqrt n) n (a / 4 * (1 - x ^ 2) * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2))).
  derivative.
Qed.

Definition N_s (x s n a h r : R) : R :=
  r * ((h * (2 * (s + a / 4 * (1 - x ^ 2) / sqrt n)) * (2 * s / sqrt n + (- 1)) ^ 2 + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * (2 * s / sqrt n + (- 1)) * (2 / sqrt n))) * x ^ 2).

Lemma N_s_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun s => N x s n a h r) s (N_s x s n a h r).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun s => (1 - r) * n + r * (1 - h + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * s / sqrt n + (- 1)) ^ 2 * x ^ 2)) s (r * ((h * (2 * (s + a / 4 * (1 - x ^ 2) / sqrt n)) * (2 * s / sqrt n + (- 1)) ^ 2 + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * (2 * s / sqrt n + (- 1)) * (2 / sqrt n))) * x ^ 2))).
  derivative.
Qed.

Definition X_s (x n : R) : R :=
  2 / sqrt n * x.

Lemma X_s_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun s => X x s n) s (X_s x n).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun s => (2 * s / sqrt n + (- 1)) * x) s (2 / sqrt n * x)).
  derivative.
Qed.

Definition S_x (x n a : R) : R :=
  a / 4 * (- (2 * x)) / sqrt n.

Lemma S_x_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun x => S x s n a) x (S_x x n a).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun x => s + a / 4 * (1 - x ^ 2) / sqrt n) x (a / 4 * (- (2 * x)) / sqrt n)).
  derivative.
Qed.

Definition N_x (x s n a h r : R) : R :=
  r * (h * (2 * (s + a / 4 * (1 - x ^ 2) / sqrt n) * (a / 4 * (- (2 * x)) / sqrt n)) * (2 * s / sqrt n + (- 1)) ^ 2 * x ^ 2 + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * s / sqrt n + (- 1)) ^ 2 * (2 * x)).

Lemma N_x_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun x => N x s n a h r) x (N_x x s n a h r).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun x => (1 - r) * n + r * (1 - h + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * s / sqrt n + (- 1)) ^ 2 * x ^ 2)) x (r * (h * (2 * (s + a / 4 * (1 - x ^ 2) / sqrt n) * (a / 4 * (- (2 * x)) / sqrt n)) * (2 * s / sqrt n + (- 1)) ^ 2 * x ^ 2 + h * (s + a / 4 * (1 - x ^ 2) / sqrt n) ^ 2 * (2 * s / sqrt n + (- 1)) ^ 2 * (2 * x)))).
  derivative.
Qed.

Definition X_n (x s n : R) : R :=
  2 * s * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2) * x.

Lemma X_n_derivative : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun n => X x s n) n (X_n x s n).
Proof.
  intros.
  try assert (P0 : 0 < n) by (pos).
  change (is_derive (fun n => (2 * s / sqrt n + (- 1)) * x) n (2 * s * ((- (/ (2 * sqrt n))) / (sqrt n) ^ 2) * x)).
  derivative.
Qed.

Lemma equation : forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> X_x 1 1 * (S_s * N_n 1 1 1 a h r - S_n 1 1 a * N_s 1 1 1 a h r) - X_s 1 1 * (S_x 1 1 a * N_n 1 1 1 a h r - S_n 1 1 a * N_x 1 1 1 a h r) + X_n 1 1 1 * (S_x 1 1 a * N_s 1 1 1 a h r - S_s * N_x 1 1 1 a h r) = (1 + a) * (1 - r).
Proof.
  intros.
  change ((2 * 1 / sqrt 1 + (- 1)) * (1 * (1 - r + r * ((h * (2 * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) * (a / 4 * (1 - 1 ^ 2) * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2))) * (2 * 1 / sqrt 1 + (- 1)) ^ 2 + h * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) ^ 2 * (2 * (2 * 1 / sqrt 1 + (- 1)) * (2 * 1 * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2)))) * 1 ^ 2)) - a / 4 * (1 - 1 ^ 2) * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2) * (r * ((h * (2 * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1)) * (2 * 1 / sqrt 1 + (- 1)) ^ 2 + h * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) ^ 2 * (2 * (2 * 1 / sqrt 1 + (- 1)) * (2 / sqrt 1))) * 1 ^ 2))) - 2 / sqrt 1 * 1 * (a / 4 * (- (2 * 1)) / sqrt 1 * (1 - r + r * ((h * (2 * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) * (a / 4 * (1 - 1 ^ 2) * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2))) * (2 * 1 / sqrt 1 + (- 1)) ^ 2 + h * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) ^ 2 * (2 * (2 * 1 / sqrt 1 + (- 1)) * (2 * 1 * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2)))) * 1 ^ 2)) - a / 4 * (1 - 1 ^ 2) * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2) * (r * (h * (2 * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) * (a / 4 * (- (2 * 1)) / sqrt 1)) * (2 * 1 / sqrt 1 + (- 1)) ^ 2 * 1 ^ 2 + h * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) ^ 2 * (2 * 1 / sqrt 1 + (- 1)) ^ 2 * (2 * 1)))) + 2 * 1 * ((- (/ (2 * sqrt 1))) / (sqrt 1) ^ 2) * 1 * (a / 4 * (- (2 * 1)) / sqrt 1 * (r * ((h * (2 * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1)) * (2 * 1 / sqrt 1 + (- 1)) ^ 2 + h * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) ^ 2 * (2 * (2 * 1 / sqrt 1 + (- 1)) * (2 / sqrt 1))) * 1 ^ 2)) - 1 * (r * (h * (2 * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) * (a / 4 * (- (2 * 1)) / sqrt 1)) * (2 * 1 / sqrt 1 + (- 1)) ^ 2 * 1 ^ 2 + h * (1 + a / 4 * (1 - 1 ^ 2) / sqrt 1) ^ 2 * (2 * 1 / sqrt 1 + (- 1)) ^ 2 * (2 * 1)))) = (1 + a) * (1 - r)).
  assert (A1 : sqrt 1 = 1) by (replace (1) with (1) by (field; conditions); apply sqrt_1).
  rewrite A1 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun x => X x s n) x (X_x s n))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun s => S x s n a) s (S_s))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun n => N x s n a h r) n (N_n x s n a h r))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun n => S x s n a) n (S_n x n a))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun s => N x s n a h r) s (N_s x s n a h r))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun s => X x s n) s (X_s x n))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun x => S x s n a) x (S_x x n a))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun x => N x s n a h r) x (N_x x s n a h r))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> is_derive (fun n => X x s n) n (X_n x s n))
  /\ (forall (x s n a h r : R), 0 < x -> 0 < s -> 0 < n -> 0 < a -> 0 < h -> 0 < r -> X_x 1 1 * (S_s * N_n 1 1 1 a h r - S_n 1 1 a * N_s 1 1 1 a h r) - X_s 1 1 * (S_x 1 1 a * N_n 1 1 1 a h r - S_n 1 1 a * N_x 1 1 1 a h r) + X_n 1 1 1 * (S_x 1 1 a * N_s 1 1 1 a h r - S_s * N_x 1 1 1 a h r) = (1 + a) * (1 - r)).

Theorem proved : claims.
Proof. exact (conj X_x_derivative (conj S_s_derivative (conj N_n_derivative (conj S_n_derivative (conj N_s_derivative (conj X_s_derivative (conj S_x_derivative (conj N_x_derivative (conj X_n_derivative equation))))))))). Qed.

End Equation3.

Theorem adaptive_drift : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions adaptive_drift.
