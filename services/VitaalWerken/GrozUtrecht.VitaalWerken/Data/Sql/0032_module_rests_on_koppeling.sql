ALTER TABLE modules ADD CONSTRAINT module_rests_on_koppeling FOREIGN KEY (koppeling_id) REFERENCES koppelingen (id);
